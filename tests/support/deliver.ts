import { setTimeout } from 'node:timers/promises'
import { createBatch } from '#lib/batches/create-batch.ts'
import { startReading } from '#lib/batches/start-reading.ts'
import { storeFile } from '#lib/batches/store-file.ts'
import type { Context } from '#lib/db/context.ts'
import { startWorker } from '#lib/jobs/worker.ts'

/** Files by name, put into a new batch as an upload does. @returns its id; nothing is read yet */
export async function deliver(ctx: Context, files: Record<string, Buffer | string>, name = 'دفعة'): Promise<string> {
  const { batchId } = await createBatch(ctx, { name, origin: 'upload' })
  for (const [path, bytes] of Object.entries(files)) await storeFile(ctx, { batchId, path }, once(Buffer.from(bytes)))
  await startReading(ctx, { batchId })
  return batchId
}

/** Runs a worker until none of these batches is being read. */
export async function readAll(ctx: Context, ...batchIds: string[]): Promise<void> {
  const worker = await startWorker(ctx)
  try {
    while (await ctx.db.batch.count({ where: { id: { in: batchIds }, state: 'reading' } })) await setTimeout(50)
  } finally {
    await worker.stop()
  }
}

export async function* once<T>(value: T): AsyncGenerator<T> {
  yield value
}
