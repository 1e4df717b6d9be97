import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { createBatch } from '#lib/batches/create-batch.ts'
import { deliveryPath } from '#lib/batches/delivery-path.ts'
import { finishBatchIfDone } from '#lib/batches/finish-batch-if-done.ts'
import { refuseFile } from '#lib/batches/refuse-file.ts'
import { startReading } from '#lib/batches/start-reading.ts'
import { FILE_LIMIT, storeFile } from '#lib/batches/store-file.ts'
import type { SeenFile } from '#lib/cli/watch/seen-files.ts'
import type { Context } from '#lib/db/context.ts'

/** What is ours now, and can be moved out of the way: stored and enqueued, here from before, or refused for good. */
export type Taken = { batchId: string | null; files: SeenFile[] }

/**
 * Puts files into one batch and starts its reading. A file with the same path and the same bytes as one that such a
 * batch has taken is not taken again: whoever took it was killed before it could move the file away.
 * @param name what the batch is called
 */
export async function takeFiles(ctx: Context, files: readonly SeenFile[], name: string): Promise<Taken> {
  // Left by a sweep that was killed before it could start the reading; its files still lie in the folder.
  await ctx.db.batch.deleteMany({ where: { origin: 'folder', state: 'receiving' } })
  const fresh = await notTakenYet(ctx, files)
  const taken = files.filter((file) => !fresh.includes(file))
  if (fresh.length === 0) return { batchId: null, files: taken }
  const { batchId } = await createBatch(ctx, { name, origin: 'folder' })
  const count = { stored: 0, refused: 0, gone: 0 }
  for (const file of fresh) {
    const outcome = await take(ctx, batchId, file)
    count[outcome]++
    if (outcome !== 'gone') taken.push(file)
  }
  if (count.stored > 0) await startReading(ctx, { batchId })
  else if (count.refused > 0) await closeUnread(ctx, batchId)
  else await ctx.db.batch.delete({ where: { id: batchId } })
  return { batchId, files: taken }
}

async function take(ctx: Context, batchId: string, file: SeenFile): Promise<'stored' | 'refused' | 'gone'> {
  const place = { batchId, path: file.relative }
  const refuse = async (problem: { key: string; [figure: string]: string | number }) => {
    await refuseFile(ctx, { ...place, size: file.size, problem })
    return 'refused' as const
  }
  if (file.size > FILE_LIMIT) return refuse({ key: 'too-large', size: file.size, limit: FILE_LIMIT })
  try {
    await storeFile(ctx, place, bytesOf(file))
    return 'stored'
  } catch (error) {
    if (!(error instanceof FileTrouble)) throw error
    if (error.code === 'ENOENT') return 'gone'
    // Not ours to read, on a disk that fails, a link by now: the others must not wait for it.
    return refuse({ key: 'file-denied', code: error.code })
  }
}

/** What the file itself is to blame for; a database that went away is another matter. */
class FileTrouble extends Error {
  readonly code: string

  constructor(cause: NodeJS.ErrnoException) {
    super(cause.message, { cause })
    this.code = cause.code ?? cause.name
  }
}

async function* bytesOf(file: SeenFile): AsyncGenerator<Uint8Array> {
  try {
    const handle = await open(file.at, constants.O_RDONLY | constants.O_NOFOLLOW)
    yield* handle.createReadStream({ highWaterMark: 1 << 20 })
  } catch (error) {
    throw new FileTrouble(error as NodeJS.ErrnoException)
  }
}

/** A batch of refused files only: nothing to read, everything to be seen. */
async function closeUnread(ctx: Context, batchId: string): Promise<void> {
  await ctx.db.batch.update({ where: { id: batchId }, data: { state: 'reading' } })
  await finishBatchIfDone(ctx.db, batchId, ctx.now())
}

async function notTakenYet({ db }: Context, files: readonly SeenFile[]): Promise<SeenFile[]> {
  const known = await db.batchFile.findMany({
    where: {
      path: { in: files.map((file) => deliveryPath(file.relative)) },
      sha256: { not: null },
      // What an admin has undone may be delivered anew.
      batch: { origin: 'folder', state: { in: ['reading', 'done'] } },
    },
    select: { path: true, sha256: true },
  })
  const hashes = new Map<string, Set<string>>()
  for (const { path, sha256 } of known) {
    const before = hashes.get(path) ?? new Set()
    hashes.set(path, before.add(Buffer.from(sha256 ?? []).toString('hex')))
  }
  const fresh: SeenFile[] = []
  for (const file of files) {
    const before = hashes.get(deliveryPath(file.relative))
    if (!before?.has(await hashOf(file))) fresh.push(file)
  }
  return fresh
}

/** SHA-256 in hex; nothing for a file that cannot be read, which is then told when it is taken. */
async function hashOf(file: SeenFile): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const piece of bytesOf(file)) hash.update(piece)
    return hash.digest('hex')
  } catch {
    return ''
  }
}
