import { documentStatus } from '#lib/api/document-status.ts'
import { idOf } from '#lib/batches/id-of.ts'
import { apiRoute } from '#lib/web/api-route.ts'

/** What became of one document of the token's own. */
export const GET = apiRoute<{ id: string }>(async (ctx, _request, { id }, token) =>
  Response.json(await documentStatus(ctx, token.tokenId, { documentId: idOf(id) })),
)
