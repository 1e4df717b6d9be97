import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'
import type { Feed } from '#lib/db/generated/client.ts'
import { type FeedHealth, feedHealth } from '#lib/sources/feed-health.ts'

export type FeedListed = Feed & { health: FeedHealth }

/** The feeds of a source, oldest first. @throws AppError forbidden */
export async function listFeeds({ db, actor }: Context, sourceId: string): Promise<FeedListed[]> {
  authorize(actor, 'source:manage')
  const feeds = await db.feed.findMany({ where: { sourceId }, orderBy: { id: 'asc' } })
  return feeds.map((feed) => ({ ...feed, health: feedHealth(feed) }))
}
