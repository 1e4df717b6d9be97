import { hostQueue } from '#lib/core/host-queue.ts'
import type { Stated } from '#lib/core/stated.ts'
import type { Db } from '#lib/db/context.ts'
import { enqueue } from '#lib/jobs/queue.ts'

/** Enqueues the fetching of pages, in the transaction of `db`; of one host one after another. */
export async function enqueuePages(
  db: Db,
  documents: readonly { id: string; stated: unknown }[],
  runAt?: Date,
): Promise<void> {
  for (const { id, stated } of documents) {
    const queue = hostQueue((stated as Stated | null)?.address ?? '')
    await enqueue(db, 'fetch-page', { documentId: id }, { queue, maxAttempts: 4, ...(runAt ? { runAt } : {}) })
  }
}
