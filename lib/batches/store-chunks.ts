import { PIECE } from '#lib/batches/store-file.ts'
import { compress } from '#lib/core/compress.ts'
import type { Context } from '#lib/db/context.ts'

/** The bytes of a small file that are here whole already, in place of those that were there; in the caller's transaction. */
export async function storeChunks(tx: Context, fileId: string, bytes: Uint8Array): Promise<void> {
  await tx.db.batchFileChunk.deleteMany({ where: { fileId } })
  for (let seq = 0; seq * PIECE < bytes.length; seq++) {
    const piece = bytes.subarray(seq * PIECE, (seq + 1) * PIECE)
    await tx.db.batchFileChunk.create({ data: { fileId, seq, bytes: compress(piece) }, select: { seq: true } })
  }
}
