import { type ArticleFilter, filterSql } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'

/** Which of these articles fit a filter, in order of their ids. */
export async function matchingAmong({ db }: Context, articleIds: string[], filter: ArticleFilter): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM article a WHERE a.id = ANY(${articleIds}::uuid[]) AND ${filterSql(filter)} ORDER BY a.id`
  return rows.map(({ id }) => id)
}
