import { batchStatus } from '#lib/api/batch-status.ts'
import { idOf } from '#lib/batches/id-of.ts'
import { apiRoute } from '#lib/web/api-route.ts'

/** What became of a batch of the token's own; `?file=` of one delivery in it, `?after=` further problems. */
export const GET = apiRoute<{ id: string }>(async (ctx, request, { id }, token) => {
  const query = new URL(request.url).searchParams
  const [file, after] = [query.get('file'), query.get('after')]
  return Response.json(
    await batchStatus(ctx, token.tokenId, {
      batchId: idOf(id),
      fileId: file === null ? undefined : idOf(file),
      after: after === null ? undefined : idOf(after),
    }),
  )
})
