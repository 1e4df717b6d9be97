import { hostQueue } from '#lib/core/host-queue.ts'
import type { Db } from '#lib/db/context.ts'
import { enqueue } from '#lib/jobs/queue.ts'

/** A feed is asked as soon as its host's turn comes, once, however often this is called before. */
export const enqueuePoll = (db: Db, { id, address }: { id: string; address: string }): Promise<void> =>
  enqueue(db, 'poll-feed', { feedId: id }, { key: `feed:${id}`, queue: hostQueue(address), maxAttempts: 3 })
