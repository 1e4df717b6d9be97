import { createHash } from 'node:crypto'
import { deliveryPath } from '#lib/batches/delivery-path.ts'
import { storeChunks } from '#lib/batches/store-chunks.ts'
import type { Context } from '#lib/db/context.ts'

/** A small file that is here whole already, put into a batch within the caller's transaction. @returns its id; it waits to be opened */
export async function gatherFile(
  tx: Context,
  { batchId, path, bytes }: { batchId: string; path: string; bytes: Uint8Array },
): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest()
  const { id: fileId } = await tx.db.batchFile.create({
    data: {
      batchId,
      path: deliveryPath(path),
      size: bytes.length,
      sha256: new Uint8Array(sha256),
      state: 'waiting',
      createdAt: tx.now(),
    },
    select: { id: true },
  })
  await storeChunks(tx, fileId, bytes)
  return fileId
}
