import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'
import type { Source } from '#lib/db/generated/client.ts'
import { type FeedHealth, feedHealth } from '#lib/sources/feed-health.ts'
import { findNamed } from '#lib/text/find-named.ts'

export type SourceListed = Source & {
  articles: number
  lastArticleAt: Date | null
  feeds: number
  /** Feeds that fail, are gone or fell silent. */
  troubled: number
}
export type SourceFilter = { q?: string | undefined; after?: string | undefined; locale: string }

const PAGE = 50
const TROUBLED: FeedHealth[] = ['failing', 'gone', 'silent']

/** Outlets by name, with how much of theirs is here. @throws AppError forbidden */
export async function listSources(
  { db, actor }: Context,
  { q, after, locale }: SourceFilter,
): Promise<{ sources: SourceListed[]; total: number; next: string | null }> {
  authorize(actor, 'source:manage')
  const named = await db.source.findMany({
    select: { id: true, nameAr: true, nameEn: true, nameFr: true, aliases: true, domains: true },
  })
  const { ids, total, next } = findNamed(
    named.map(({ id, nameAr, nameEn, nameFr, aliases, domains }) => ({
      id,
      names: [...(locale === 'ar' ? [nameAr, nameEn, nameFr] : [nameEn, nameFr, nameAr]), ...aliases, ...domains],
    })),
    { q, after, locale, limit: PAGE },
  )
  const [sources, counts] = await Promise.all([
    db.source.findMany({ where: { id: { in: ids } }, include: { feeds: true } }),
    db.$queryRaw<{ id: string; articles: number; last: Date }[]>`
      SELECT source_id AS id, count(*)::int AS articles, max(sort_at) AS last FROM article
      WHERE source_id = ANY(${ids}::uuid[]) AND withdrawn_at IS NULL GROUP BY source_id`,
  ])
  const countOf = new Map(counts.map((row) => [row.id, row]))
  const byId = new Map(sources.map((source) => [source.id, source]))
  return {
    sources: ids.flatMap((id) => {
      const source = byId.get(id)
      const count = countOf.get(id)
      if (!source) return []
      const { feeds, ...known } = source
      const troubled = feeds.filter((feed) => TROUBLED.includes(feedHealth(feed))).length
      const arrived = { articles: count?.articles ?? 0, lastArticleAt: count?.last ?? null }
      return [{ ...known, ...arrived, feeds: feeds.length, troubled }]
    }),
    total,
    next,
  }
}
