import { z } from 'zod'
import { tagLabel } from '#components/article/tag-label.ts'
import type { PaletteItem } from '#components/layout/palette-item.ts'
import { deskLink } from '#lib/core/desk-link.ts'
import { AppError } from '#lib/core/errors.ts'
import { PlainWords } from '#lib/core/plain-words.ts'
import { nameIn } from '#lib/i18n/name-in.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { parseQuery } from '#lib/search/parse-query.ts'
import { toTsquery } from '#lib/search/tsquery.ts'
import { findSources } from '#lib/sources/find-sources.ts'
import { listStories } from '#lib/stories/list-stories.ts'
import { findSubjects } from '#lib/tag/find-subjects.ts'
import { route } from '#lib/web/route.ts'

const Asked = z.object({ q: PlainWords.trim().min(1).max(100) })

/** Of each kind so many: twenty together. */
const MOST = { subjects: 10, sources: 4, stories: 6 }

/** What the palette finds by any name: topics, names and countries, sources, stories; each leads to its articles. */
export const GET = route(async (ctx, request) => {
  const asked = Asked.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!asked.success) throw new AppError('invalid')
  const { q } = asked.data
  const i18n = await requestI18n()
  const { t, locale } = i18n
  const tsquery = toTsquery(parseQuery(q), 'all')
  const [subjects, sources, stories] = await Promise.all([
    findSubjects(ctx, q, MOST.subjects),
    findSources(ctx, q, { limit: MOST.sources, locale }),
    tsquery ? listStories(ctx, { tsquery, limit: MOST.stories }) : [],
  ])
  const found: PaletteItem[] = [
    ...subjects.map(({ kind, id, names, entityKind }) => ({
      href: deskLink({ [kind]: id }),
      label: tagLabel(i18n, { kind, subject: id, names }),
      kind: entityKind ? t(`tags.entityKind.${entityKind}`) : t(`tags.kind.${kind}`),
    })),
    ...sources.map(({ id, names }) => ({
      href: deskLink({ source: id }),
      label: nameIn(locale, names).text,
      kind: t('desk.facets.source'),
    })),
    ...stories.map(({ id, title, headline }) => ({
      href: `/stories/${id}`,
      label: title ?? headline ?? t('stories.noTitle'),
      kind: t('desk.facets.story'),
    })),
  ]
  return Response.json(found, { headers: { 'Cache-Control': 'private, no-store' } })
})
