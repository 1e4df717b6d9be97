import { decompress } from '#lib/core/compress.ts'
import type { Db } from '#lib/db/context.ts'

/** The bytes of a file that arrived, a megabyte at a time. */
export async function* fileBytes(db: Db, fileId: string): AsyncGenerator<Buffer> {
  for (let seq = 0; ; seq++) {
    const piece = await db.batchFileChunk.findUnique({
      where: { fileId_seq: { fileId, seq } },
      select: { bytes: true },
    })
    if (!piece) return
    yield decompress(piece.bytes)
  }
}
