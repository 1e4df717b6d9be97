import { tagLabel } from '#components/article/tag-label.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { findSubjects } from '#lib/tag/find-subjects.ts'
import { subjectValue } from '#lib/tag/subject-input.ts'
import { route } from '#lib/web/route.ts'

/** What the tag dialog offers for the words typed so far. */
export type SubjectOffer = { value: string; label: string; kind: string }

export const GET = route(async (ctx, request) => {
  const i18n = await requestI18n()
  const found = await findSubjects(ctx, (new URL(request.url).searchParams.get('q') ?? '').slice(0, 100))
  const offers: SubjectOffer[] = found.map(({ kind, id, names, entityKind }) => ({
    value: subjectValue({ kind, id }),
    label: tagLabel(i18n, { kind, subject: id, names }),
    kind: entityKind ? i18n.t(`tags.entityKind.${entityKind}`) : i18n.t(`tags.kind.${kind}`),
  }))
  return Response.json(offers)
})
