import { hostQueue } from '#lib/core/host-queue.ts'
import type { Db } from '#lib/db/context.ts'
import { enqueue } from '#lib/jobs/queue.ts'

/** Enqueues the fetching of files whose paths are addresses, in the transaction of `db`; of one host one after another. */
export async function enqueueFetching(db: Db, files: readonly { id: string; path: string }[]): Promise<void> {
  for (const { id, path } of files) await enqueue(db, 'fetch-address', { fileId: id }, { queue: hostQueue(path) })
}
