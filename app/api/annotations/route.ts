import { z } from 'zod'
import { annotationPage, collectionAsText, MEDIA_TYPE, pagedCollection } from '#lib/annotate/annotation-collection.ts'
import { countExported, exportPage } from '#lib/annotate/export-annotations.ts'
import type { WebAnnotation } from '#lib/annotate/web-annotation.ts'
import { env } from '#lib/core/env.ts'
import type { Context } from '#lib/db/context.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { route } from '#lib/web/route.ts'

const Params = z.object({
  /** `whole`: one file; `paged`: what says where the first page is; otherwise a page. */
  as: z.enum(['whole', 'paged', 'page']).catch('whole'),
  after: z.uuid().optional().catch(undefined),
})

/** The notes of all articles as W3C Web Annotations (JSON-LD): one collection in a stream, or page by page. */
export const GET = route(async (ctx, request) => {
  const { as, after } = Params.parse(Object.fromEntries(new URL(request.url).searchParams))
  const base = new URL(env().NEXTAUTH_URL ?? request.url).origin
  const id = `${base}/api/annotations`
  const { t } = await requestI18n()
  const label = t('annotations.collection')
  // What a role may not see is refused before the first byte.
  const total = await countExported(ctx)
  const pageAt = (place: string | undefined) => `${id}?as=page${place ? `&after=${place}` : ''}`
  if (as === 'paged') return answer(JSON.stringify(pagedCollection(id, label, total, pageAt(undefined))))
  if (as === 'page') {
    const { annotations, next } = await exportPage(ctx, base, after)
    const page = { id: pageAt(after), items: annotations, next: next && pageAt(next) }
    return answer(JSON.stringify(annotationPage(id, page)))
  }
  const text = collectionAsText(id, label, total, pages(ctx, base))
  return answer(streamed(text), 'annotations.jsonld')
})

async function* pages(ctx: Context, base: string): AsyncGenerator<WebAnnotation[]> {
  let after: string | undefined
  do {
    const { annotations, next } = await exportPage(ctx, base, after)
    yield annotations
    after = next ?? undefined
  } while (after)
}

/** Asked for a piece when the last has gone: a slow reader costs no memory. */
function streamed(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => void (await pieces.return(undefined)),
  })
}

const answer = (body: string | ReadableStream<Uint8Array>, file?: string): Response =>
  new Response(body, {
    headers: {
      'Content-Type': MEDIA_TYPE,
      'Cache-Control': 'private, no-store',
      ...(file ? { 'Content-Disposition': `attachment; filename="${file}"` } : {}),
    },
  })
