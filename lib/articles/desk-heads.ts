import { likelySince, newestMatches } from '#lib/articles/newest-matches.ts'
import { isSensibleTime } from '#lib/core/plain-words.ts'
import { type ArticleFilter, filterSql } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'

/** Where a page of the desk begins: after this article, in the order of the list. */
export type Cursor = { at: string; id: string }

/** One row of the desk before anything is known of it: the story's article that decides its place in the list. */
export type Head = {
  id: string
  /** The article to show: the first version of the same text where that fits the filter too. */
  leadId: string
  storyId: string | null
  groupId: string | null
  /** What the list is ordered by: an ISO time, or a score. */
  at: string
}

/** Only so many matches are ranked, the newest, and only their vectors are read: with 300,000 articles, 20 µs each. */
const MOST_RANKED = 2000

/** For each head that is wanted, so many matches are read at first: a story often has several. */
const MATCHES_A_HEAD = 4

/** The newest fitting article of each story, newest first. Keyset by (sort_at, id): no page repeats or skips. */
export async function newestHeads(
  ctx: Context,
  filter: ArticleFilter,
  after: Cursor | null,
  limit: number,
): Promise<Head[]> {
  const heads: Head[] = []
  let begin = after && isSensibleTime(new Date(after.at)) ? after : null
  for (let matches = limit * MATCHES_A_HEAD; ; matches *= 4) {
    const found = await headsAmong(ctx, filter, begin, matches)
    heads.push(...found.heads)
    if (heads.length >= limit || !found.last) return heads.slice(0, limit)
    begin = found.last
  }
}

/**
 * The heads among so many matches, and the last of these where there may be more. Of the matches read here the newest
 * of a story is its head, unless a newer one stands before them: that is looked up for these few, not for every match.
 */
async function headsAmong(
  { db }: Context,
  filter: ArticleFilter,
  begin: Cursor | null,
  matches: number,
): Promise<{ heads: Head[]; last: Cursor | null }> {
  const rows = await db.$queryRaw<(Omit<Head, 'at'> & { at: Date; isNewest: boolean; count: number; last: Cursor })[]>`
    WITH match AS MATERIALIZED (
      SELECT a.id, a.sort_at, a.story_id, a.duplicate_group_id FROM article a
      WHERE ${filterSql(filter)}
        ${begin ? Prisma.sql`AND (a.sort_at, a.id) < (${new Date(begin.at)}, ${begin.id}::uuid)` : Prisma.empty}
      ORDER BY a.sort_at DESC, a.id DESC
      LIMIT ${matches}
    ), head AS (
      SELECT DISTINCT ON (coalesce(story_id, id)) * FROM match ORDER BY coalesce(story_id, id), sort_at DESC, id DESC
    )
    SELECT ${headColumns(filter)}, head.sort_at AS at, ${begin ? isNewestOfStory(filter) : Prisma.sql`true`} AS "isNewest",
           (SELECT count(*)::int FROM match) AS count,
           (SELECT json_build_object('at', sort_at, 'id', id) FROM match ORDER BY sort_at, id LIMIT 1) AS last
    FROM head ORDER BY head.sort_at DESC, head.id DESC`
  const [first] = rows
  const heads = rows
    .filter((row) => row.isNewest)
    .map(({ id, leadId, storyId, groupId, at }) => ({ id, leadId, storyId, groupId, at: at.toISOString() }))
  return { heads, last: first && first.count === matches ? first.last : null }
}

const isNewestOfStory = (filter: ArticleFilter): Prisma.Sql => Prisma.sql`
  (head.story_id IS NULL OR NOT EXISTS (
    SELECT 1 FROM article n
    WHERE n.story_id = head.story_id AND (n.sort_at, n.id) > (head.sort_at, head.id) AND ${filterSql(filter, 'n')}))`
/** The best fitting article of each story, best first, among the newest that fit. Keyset by (score, id). */
export async function bestHeads(
  ctx: Context,
  filter: ArticleFilter,
  score: (vector: string) => Prisma.Sql,
  after: Cursor | null,
  limit: number,
): Promise<Head[]> {
  const below = after && Number.isFinite(Number(after.at)) ? { ...after, score: Number(after.at) } : null
  const rank = (since: Date | null) => ctx.db.$queryRaw<(Omit<Head, 'at'> & { at: number; ranked: number })[]>`
    WITH newest AS MATERIALIZED (
      ${newestMatches(filter, Prisma.sql`a.id, a.sort_at`, MOST_RANKED, since)}
    ), scored AS (
      SELECT a.id, a.sort_at, a.story_id, a.duplicate_group_id, ${score('a.search_vector')}::float8 AS score
      FROM newest JOIN article a USING (id)
    ), best AS (
      SELECT DISTINCT ON (coalesce(story_id, id)) * FROM scored
      ORDER BY coalesce(story_id, id), score DESC, sort_at DESC, id DESC
    ), head AS (
      SELECT * FROM best
      ${below ? Prisma.sql`WHERE (score, id) < (${below.score}::float8, ${below.id}::uuid)` : Prisma.empty}
      ORDER BY score DESC, id DESC LIMIT ${limit}
    )
    SELECT ${headColumns(filter)}, head.score AS at, (SELECT count(*)::int FROM newest) AS ranked
    FROM head ORDER BY head.score DESC, head.id DESC`
  const since = await likelySince(ctx, filter, MOST_RANKED)
  let heads = await rank(since)
  if (since && (heads[0]?.ranked ?? 0) < MOST_RANKED) heads = await rank(null)
  return heads.map(({ id, leadId, storyId, groupId, at }) => ({ id, leadId, storyId, groupId, at: String(at) }))
}

const headColumns = (filter: ArticleFilter): Prisma.Sql => Prisma.sql`
  head.id, head.story_id AS "storyId", head.duplicate_group_id AS "groupId",
  coalesce((
    SELECT p.id FROM duplicate_group g JOIN article p ON p.id = g.primary_id
    WHERE g.id = head.duplicate_group_id AND p.duplicate_group_id = g.id AND ${filterSql(filter, 'p')}
  ), head.id) AS "leadId"`
