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

/** Only so many matches are ranked, the newest. */
const MOST_RANKED = 3000

/** The newest fitting article of each story, newest first. Keyset by (sort_at, id): no page repeats or skips. */
export async function newestHeads(
  { db }: Context,
  filter: ArticleFilter,
  after: Cursor | null,
  limit: number,
): Promise<Head[]> {
  const later = after && isSensibleTime(new Date(after.at)) ? new Date(after.at) : null
  // The subquery decides for each candidate by one look into (story_id, sort_at): an anti join would read the table.
  const heads = await db.$queryRaw<(Omit<Head, 'at'> & { at: Date })[]>`
    WITH head AS MATERIALIZED (
      SELECT a.id, a.sort_at, a.story_id, a.duplicate_group_id FROM article a
      WHERE ${filterSql(filter)}
        ${later && after ? Prisma.sql`AND (a.sort_at, a.id) < (${later}, ${after.id}::uuid)` : Prisma.empty}
        AND (a.story_id IS NULL OR a.id = (
          SELECT n.id FROM article n WHERE n.story_id = a.story_id AND ${filterSql(filter, 'n')}
          ORDER BY n.sort_at DESC, n.id DESC LIMIT 1))
      ORDER BY a.sort_at DESC, a.id DESC
      LIMIT ${limit}
    )
    SELECT ${headColumns(filter)}, head.sort_at AS at FROM head ORDER BY head.sort_at DESC, head.id DESC`
  return heads.map((head) => ({ ...head, at: head.at.toISOString() }))
}

/** The best fitting article of each story, best first, among the newest that fit. Keyset by (score, id). */
export async function bestHeads(
  { db }: Context,
  filter: ArticleFilter,
  score: (vector: string) => Prisma.Sql,
  after: Cursor | null,
  limit: number,
): Promise<Head[]> {
  const below = after && Number.isFinite(Number(after.at)) ? Number(after.at) : null
  const heads = await db.$queryRaw<(Omit<Head, 'at'> & { at: number })[]>`
    WITH candidate AS MATERIALIZED (
      SELECT a.id, a.sort_at, a.story_id, a.duplicate_group_id, ts_filter(a.search_vector, '{a,b,c,d}') AS vector
      FROM article a WHERE ${filterSql(filter)}
      ORDER BY a.sort_at DESC, a.id DESC LIMIT ${MOST_RANKED}
    ), scored AS (
      SELECT id, sort_at, story_id, duplicate_group_id, ${score('candidate.vector')}::float8 AS score FROM candidate
    ), best AS (
      SELECT DISTINCT ON (coalesce(story_id, id)) * FROM scored
      ORDER BY coalesce(story_id, id), score DESC, sort_at DESC, id DESC
    ), head AS (
      SELECT * FROM best
      ${below !== null && after ? Prisma.sql`WHERE (score, id) < (${below}::float8, ${after.id}::uuid)` : Prisma.empty}
      ORDER BY score DESC, id DESC LIMIT ${limit}
    )
    SELECT ${headColumns(filter)}, head.score AS at FROM head ORDER BY head.score DESC, head.id DESC`
  return heads.map((head) => ({ ...head, at: String(head.at) }))
}

const headColumns = (filter: ArticleFilter): Prisma.Sql => Prisma.sql`
  head.id, head.story_id AS "storyId", head.duplicate_group_id AS "groupId",
  coalesce((
    SELECT p.id FROM duplicate_group g JOIN article p ON p.id = g.primary_id
    WHERE g.id = head.duplicate_group_id AND p.duplicate_group_id = g.id AND ${filterSql(filter, 'p')}
  ), head.id) AS "leadId"`
