import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'
import { feedHealth, heardAt } from '#lib/sources/feed-health.ts'

export type FeedTrouble = {
  feedId: string
  sourceId: string
  sourceName: { ar: string | null; en: string | null; fr: string | null }
  address: string
  kind: 'failing' | 'silent'
  /** The last poll that went well, or the last new item; where there was none, when the feed was added. */
  since: Date
  /** Why a failing feed fails: `{key, …figures}`; problemSentence (lib/batches) puts it into words. */
  problem: object | null
}

/** More troubles than a screen shows. */
const MOST = 500

/** Feeds that somebody should look at: those that fail and those that used to bring news and stopped, longest first. */
export async function feedTroubles({ db, actor }: Context): Promise<FeedTrouble[]> {
  authorize(actor, 'dashboard:read')
  const feeds = await db.feed.findMany({
    include: { source: { select: { nameAr: true, nameEn: true, nameFr: true } } },
    omit: { etag: true, lastModified: true },
  })
  return feeds
    .flatMap((feed): FeedTrouble[] => {
      const { id: feedId, sourceId, address, source } = feed
      const sourceName = { ar: source.nameAr, en: source.nameEn, fr: source.nameFr }
      const health = feedHealth(feed)
      const about = { feedId, sourceId, sourceName, address }
      if (health === 'silent') return [{ ...about, kind: 'silent', since: heardAt(feed), problem: null }]
      if (health !== 'failing' && health !== 'gone') return []
      const since = feed.lastSuccessAt ?? feed.createdAt
      return [{ ...about, kind: 'failing', since, problem: feed.problem as object | null }]
    })
    .sort((a, b) => a.since.getTime() - b.since.getTime())
    .slice(0, MOST)
}
