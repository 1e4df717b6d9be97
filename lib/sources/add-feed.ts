import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { newId } from '#lib/core/id.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { enqueuePoll } from '#lib/sources/enqueue-poll.ts'
import { FeedAddress } from '#lib/sources/feed-address.ts'

export const AddFeedInput = z.object({ sourceId: z.uuid(), address: FeedAddress })

/**
 * A feed of a source, asked for its news at once and from then on.
 * @throws AppError forbidden, notFound, feedTaken (some source has it already)
 */
export function addFeed(
  ctx: Context,
  { sourceId, address }: z.output<typeof AddFeedInput>,
): Promise<{ eventId: string; feedId: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'source:manage')
    if (!(await tx.db.source.findUnique({ where: { id: sourceId }, select: { id: true } })))
      throw new AppError('notFound', { sourceId })
    const feed = { id: newId(), sourceId, address, createdAt: tx.now(), nextPollAt: tx.now() }
    const { count } = await tx.db.feed.createMany({ data: [feed], skipDuplicates: true })
    if (count === 0) throw new AppError('feedTaken', { address })
    await enqueuePoll(tx.db, feed)
    const eventId = await recordEvent(tx, {
      kind: 'feed.added',
      subject: { type: 'source', id: sourceId },
      data: { address },
      undo: { feedId: feed.id },
    })
    return { eventId, feedId: feed.id }
  })
}

/** Articles that came meanwhile stay. @throws AppError conflict (it was removed), forbidden */
export async function undoAddFeed(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'source:manage')
  const { feedId } = payload as { feedId: string }
  const { count } = await tx.db.feed.deleteMany({ where: { id: feedId } })
  if (count === 0) throw new AppError('conflict', { feedId })
}
