import type { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'
import { enqueuePoll } from '#lib/sources/enqueue-poll.ts'
import type { FeedInput } from '#lib/sources/remove-feed.ts'

/** Asks a feed as soon as its host's turn comes. Changes nothing by itself. @throws AppError forbidden, conflict (paused or gone) */
export async function pollFeedNow(ctx: Context, { feedId }: z.output<typeof FeedInput>): Promise<{ note: string }> {
  authorize(ctx.actor, 'source:manage')
  const feed = await ctx.db.feed.findFirst({ where: { id: feedId, pausedAt: null } })
  if (!feed) throw new AppError('conflict', { feedId })
  await enqueuePoll(ctx.db, feed)
  return { note: 'polling' }
}
