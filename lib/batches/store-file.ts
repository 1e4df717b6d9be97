import { createHash } from 'node:crypto'
import { authorize } from '#lib/access/authorize.ts'
import { deliveryPath } from '#lib/batches/delivery-path.ts'
import { compress } from '#lib/core/compress.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'

/** Bytes of one stored piece before compression. */
export const PIECE = 1 << 20
/** Bytes of one file. */
export const FILE_LIMIT = 2 ** 30

export type StoredFile = { fileId: string; size: number; sha256: string }

/**
 * Puts a file into a batch that is still receiving, a megabyte at a time: it is never whole in memory. A delivery that
 * breaks off leaves nothing behind, one that is sent twice is there once.
 * @throws AppError forbidden, notFound, conflict (the batch receives no more), tooLarge
 */
export async function storeFile(
  ctx: Context,
  { batchId, path }: { batchId: string; path: string },
  body: AsyncIterable<Uint8Array>,
): Promise<StoredFile> {
  authorize(ctx.actor, 'batch:manage')
  const batch = await ctx.db.batch.findUnique({ where: { id: batchId }, select: { state: true } })
  if (!batch) throw new AppError('notFound', { batchId })
  if (batch.state !== 'receiving') throw new AppError('conflict', { batchId, state: batch.state })
  const { id } = await ctx.db.batchFile.create({
    data: { batchId, path: deliveryPath(path), createdAt: ctx.now() },
    select: { id: true },
  })
  try {
    const { size, sha256 } = await storePieces(ctx, id, body)
    const before = await sentBefore(ctx, { batchId, path: deliveryPath(path), sha256: new Uint8Array(sha256) })
    if (before) {
      await ctx.db.batchFile.deleteMany({ where: { id } })
      return { fileId: before.id, size, sha256: sha256.toString('hex') }
    }
    // Only into a batch that still receives: one that was started meanwhile would never open this file.
    const arrived = await ctx.db.batchFile.updateMany({
      where: { id, state: 'arriving', batch: { state: 'receiving' } },
      data: { state: 'waiting', size, sha256: new Uint8Array(sha256) },
    })
    if (arrived.count === 0) throw new AppError('conflict', { batchId })
    return { fileId: id, size, sha256: sha256.toString('hex') }
  } catch (error) {
    await ctx.db.batchFile.deleteMany({ where: { id, state: 'arriving' } })
    throw error
  }
}

/** The same file, sent again because the answer to its first sending was lost with the server that gave it. */
function sentBefore({ db }: Context, file: { batchId: string; path: string; sha256: Uint8Array<ArrayBuffer> }) {
  return db.batchFile.findFirst({ where: { ...file, state: 'waiting' }, select: { id: true } })
}

async function storePieces(ctx: Context, fileId: string, body: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256')
  let size = 0
  let seq = 0
  let held: Uint8Array[] = []
  let heldSize = 0
  const flush = async () => {
    if (heldSize === 0) return
    const bytes = compress(Buffer.concat(held))
    ;[held, heldSize] = [[], 0]
    await ctx.db.batchFileChunk.create({ data: { fileId, seq: seq++, bytes }, select: { seq: true } })
  }
  for await (const piece of body) {
    size += piece.length
    if (size > FILE_LIMIT) throw new AppError('tooLarge', { limit: FILE_LIMIT })
    hash.update(piece)
    held.push(piece)
    heldSize += piece.length
    if (heldSize >= PIECE) await flush()
  }
  await flush()
  return { size, sha256: hash.digest() }
}
