import { type ArticleFilter, filterSql } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'

/** Somewhat further than the estimate says; words of one subject stand together more often than it has them. */
const SLACK = 1.5

/**
 * From when on the newest `wanted` matches of a search are likely to be; null where all matches are to be looked at.
 * Common words stand in a large part of the archive, and finding all of it to count the newest takes seconds: how large
 * a part is what PostgreSQL's planner knows.
 */
export async function likelySince({ db }: Context, filter: ArticleFilter, wanted: number): Promise<Date | null> {
  if (!filter.tsquery) return null
  const [planned] = await db.$queryRaw<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }[]>`
    EXPLAIN (FORMAT JSON) SELECT FROM article a WHERE ${filterSql(filter)}`
  const matches = planned?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0
  if (matches < wanted * SLACK) return null
  const [since] = await db.$queryRaw<{ at: Date }[]>`
    SELECT sort_at AS at FROM article WHERE withdrawn_at IS NULL ORDER BY sort_at DESC, id DESC LIMIT 1
    OFFSET (SELECT greatest(reltuples, 0) * ${(wanted * SLACK) / matches}::float8 FROM pg_class WHERE oid = 'article'::regclass)`
  return since?.at ?? null
}

/**
 * The newest articles that fit, at most `most`. Words are looked up in their index, whatever the planner thinks of
 * walking back in time instead: it does not know that a long row costs ten times a short one.
 */
export function newestMatches(
  filter: ArticleFilter,
  columns: Prisma.Sql,
  most: number,
  since: Date | null = null,
): Prisma.Sql {
  const fits = Prisma.sql`SELECT ${columns} FROM article a WHERE ${filterSql(filter)}
    ${since ? Prisma.sql`AND a.sort_at >= ${since}` : Prisma.empty}`
  const apart = filter.tsquery ? Prisma.sql`SELECT * FROM (${fits} OFFSET 0) AS a` : fits
  return Prisma.sql`${apart} ORDER BY a.sort_at DESC, a.id DESC LIMIT ${most}`
}
