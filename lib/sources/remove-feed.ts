import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { enqueuePoll } from '#lib/sources/enqueue-poll.ts'

export const FeedInput = z.object({ feedId: z.uuid() })

/** Removes a feed; what came from it stays. @throws AppError forbidden, notFound */
export function removeFeed(ctx: Context, { feedId }: z.output<typeof FeedInput>): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'source:manage')
    const feed = await tx.db.feed.findUnique({ where: { id: feedId } })
    if (!feed) throw new AppError('notFound', { feedId })
    await tx.db.feed.deleteMany({ where: { id: feedId } })
    const { id, sourceId, address, title } = feed
    return {
      eventId: await recordEvent(tx, {
        kind: 'feed.removed',
        subject: { type: 'source', id: sourceId },
        data: { address },
        undo: { id, sourceId, address, title },
      }),
    }
  })
}

/**
 * Brings it back, to be asked at once. Its news of before are told by their addresses and bytes, as those of any other
 * delivery are.
 * @throws AppError conflict (its source is gone, or the address was added again), forbidden
 */
export async function undoRemoveFeed(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'source:manage')
  const feed = payload as { id: string; sourceId: string; address: string; title: string | null }
  const source = await tx.db.source.findUnique({ where: { id: feed.sourceId }, select: { id: true } })
  const data = [{ ...feed, createdAt: tx.now(), nextPollAt: tx.now() }]
  const { count } = source ? await tx.db.feed.createMany({ data, skipDuplicates: true }) : { count: 0 }
  if (count === 0) throw new AppError('conflict', { feedId: feed.id })
  await enqueuePoll(tx.db, feed)
}
