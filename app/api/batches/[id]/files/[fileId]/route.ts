import { getOriginalFile } from '#lib/batches/get-original-file.ts'
import { idOf } from '#lib/batches/id-of.ts'
import { attachment } from '#lib/web/attachment.ts'
import { route } from '#lib/web/route.ts'

/** The file as it was dropped. */
export const GET = route<{ id: string; fileId: string }>(async (ctx, _request, { id, fileId }) =>
  attachment(await getOriginalFile(ctx, { batchId: idOf(id), fileId: idOf(fileId) })),
)
