import { z } from 'zod'
import { MEDIA_TYPE, wholeCollection } from '#lib/annotate/annotation-collection.ts'
import { exportAnnotations } from '#lib/annotate/export-annotations.ts'
import { importAnnotations, parsedJson } from '#lib/annotate/import-annotations.ts'
import { env } from '#lib/core/env.ts'
import { AppError } from '#lib/core/errors.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { route } from '#lib/web/route.ts'
import { wholeBody } from '#lib/web/whole-body.ts'

const idOf = (id: string): string => {
  if (!z.uuid().safeParse(id).success) throw new AppError('notFound')
  return id
}

/** Of a file that is taken in. */
const MOST_BYTES = 5_000_000

/** An article's notes as W3C Web Annotations: a collection with all of them in its first page (JSON-LD). */
export const GET = route<{ id: string }>(async (ctx, request, { id }) => {
  const base = new URL(env().NEXTAUTH_URL ?? request.url).origin
  const annotations = await exportAnnotations(ctx, idOf(id), base)
  const { t } = await requestI18n()
  const address = `${base}/api/articles/${id}/annotations`
  return new Response(JSON.stringify(wholeCollection(address, t('annotations.collection'), annotations), null, 2), {
    headers: {
      'Content-Type': MEDIA_TYPE,
      'Content-Disposition': `attachment; filename="annotations-${id}.jsonld"`,
      'Cache-Control': 'private, no-store',
    },
  })
})

/** Takes in Web Annotations on the article: what the export gives, or others'. Answers how many were added. */
export const POST = route<{ id: string }>(async (ctx, request, { id }) => {
  const json = parsedJson((await wholeBody(request, MOST_BYTES)).toString('utf8'))
  return Response.json(await importAnnotations(ctx, { articleId: idOf(id), json }))
})
