import { type ArticleFilter, filterSql } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'

/**
 * A screen of the desk asked for as lists usually are, to measure ours against: all matches counted, all ranked, pages
 * by OFFSET, facets over every match. It shows articles, not stories: no copies are folded, which makes it easier.
 * @returns how many articles match
 */
export async function openUsually({ db }: Context, filter: ArticleFilter, limit: number, offset = 0): Promise<number> {
  const { tsquery } = filter
  const order = tsquery
    ? Prisma.sql`ts_rank(a.search_vector, ${tsquery}::tsquery) DESC, a.sort_at DESC`
    : Prisma.sql`a.sort_at DESC`
  const matches = Prisma.sql`FROM article a WHERE ${filterSql(filter)}`
  const [counted] = await Promise.all([
    db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${matches}`,
    db.$queryRaw`SELECT a.id, a.title, left(a.text, 600) AS text, a.sort_at ${matches}
      ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`,
    db.$queryRaw`SELECT a.source_id, count(*) ${matches} GROUP BY 1 ORDER BY 2 DESC LIMIT 24`,
    db.$queryRaw`SELECT a.state, a.language, a.assignee_id, count(*) ${matches} GROUP BY 1, 2, 3`,
    db.$queryRaw`SELECT t.topic_id, t.entity_id, t.country, count(*) FROM article_tag t
      WHERE t.article_id IN (SELECT a.id ${matches}) GROUP BY 1, 2, 3 ORDER BY 4 DESC LIMIT 72`,
    db.$queryRaw`SELECT f.kind, count(*) FROM article_flag f
      WHERE f.article_id IN (SELECT a.id ${matches}) GROUP BY 1`,
  ])
  return counted[0]?.count ?? 0
}
