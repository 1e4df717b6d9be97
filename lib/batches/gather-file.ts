import { createHash } from 'node:crypto'
import { deliveryPath } from '#lib/batches/delivery-path.ts'
import { PIECE } from '#lib/batches/store-file.ts'
import { compress } from '#lib/core/compress.ts'
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
  for (let seq = 0; seq * PIECE < bytes.length; seq++) {
    const piece = bytes.subarray(seq * PIECE, (seq + 1) * PIECE)
    await tx.db.batchFileChunk.create({ data: { fileId, seq, bytes: compress(piece) }, select: { seq: true } })
  }
  return fileId
}
