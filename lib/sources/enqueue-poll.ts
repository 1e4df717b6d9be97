import type { Db } from '#lib/db/context.ts'
import { enqueue } from '#lib/jobs/queue.ts'

/** The queue of a host: one request at a time, whoever asks. */
export const queueOfHost = (address: string): string => `host:${new URL(address).hostname}`.slice(0, 128)

/** A feed is asked as soon as its host's turn comes, once, however often this is called before. */
export const enqueuePoll = (db: Db, { id, address }: { id: string; address: string }): Promise<void> =>
  enqueue(db, 'poll-feed', { feedId: id }, { key: `feed:${id}`, queue: queueOfHost(address), maxAttempts: 3 })
