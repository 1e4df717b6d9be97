import { getOriginalItem } from '#lib/batches/get-original-file.ts'
import { idOf } from '#lib/batches/id-of.ts'
import { attachment } from '#lib/web/attachment.ts'
import { route } from '#lib/web/route.ts'

/** One item with its own bytes. */
export const GET = route<{ id: string; documentId: string }>(async (ctx, _request, { id, documentId }) =>
  attachment(await getOriginalItem(ctx, { batchId: idOf(id), documentId: idOf(documentId) })),
)
