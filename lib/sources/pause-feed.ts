import type { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { enqueuePoll } from '#lib/sources/enqueue-poll.ts'
import { FeedInput } from '#lib/sources/remove-feed.ts'

type Input = z.output<typeof FeedInput>

/** The feed is not asked any more, until it is resumed. @throws AppError forbidden, conflict (paused already, or gone) */
export const pauseFeed = (ctx: Context, { feedId }: Input): Promise<{ eventId: string }> =>
  inTransaction(ctx, async (tx) => {
    const { sourceId, address } = await pause(tx, feedId)
    const subject = { type: 'source', id: sourceId }
    return { eventId: await recordEvent(tx, { kind: 'feed.paused', subject, data: { address }, undo: { feedId } }) }
  })

/** The feed is asked again, at once first; past failures are forgotten. @throws AppError forbidden, conflict (not paused, or gone) */
export const resumeFeed = (ctx: Context, { feedId }: Input): Promise<{ eventId: string }> =>
  inTransaction(ctx, async (tx) => {
    const { sourceId, address } = await resume(tx, feedId)
    const subject = { type: 'source', id: sourceId }
    return { eventId: await recordEvent(tx, { kind: 'feed.resumed', subject, data: { address }, undo: { feedId } }) }
  })

export async function undoPauseFeed(tx: Context, payload: unknown): Promise<void> {
  await resume(tx, FeedInput.parse(payload).feedId)
}
export async function undoResumeFeed(tx: Context, payload: unknown): Promise<void> {
  await pause(tx, FeedInput.parse(payload).feedId)
}

async function pause(tx: Context, feedId: string) {
  authorize(tx.actor, 'source:manage')
  const [feed] = await tx.db.feed.updateManyAndReturn({
    where: { id: feedId, pausedAt: null },
    data: { pausedAt: tx.now(), nextPollAt: null },
  })
  if (!feed) throw new AppError('conflict', { feedId })
  return feed
}

async function resume(tx: Context, feedId: string) {
  authorize(tx.actor, 'source:manage')
  const [feed] = await tx.db.feed.updateManyAndReturn({
    where: { id: feedId, pausedAt: { not: null } },
    data: { pausedAt: null, nextPollAt: tx.now(), failures: 0, problem: Prisma.DbNull },
  })
  if (!feed) throw new AppError('conflict', { feedId })
  await enqueuePoll(tx.db, feed)
  return feed
}
