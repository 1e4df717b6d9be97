import { authorize } from '#lib/access/authorize.ts'
import { countedTag } from '#lib/dashboards/scope.ts'
import { type ArticleFilter, filterSql } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'

/** Articles about one country, the most first. */
export type CountryCoverage = {
  /** ISO 3166-1 alpha-2. */
  country: string
  articles: number
  /** Those of them where a person accepted the tag. */
  accepted: number
}

/** Which countries is it about? @throws AppError forbidden */
export async function countryCoverage(
  { db, actor }: Context,
  f: ArticleFilter,
  limit = 20,
): Promise<CountryCoverage[]> {
  authorize(actor, 'dashboard:read')
  return db.$queryRaw<CountryCoverage[]>`
    SELECT t.country, count(*)::int AS articles, (count(*) FILTER (WHERE t.state = 'accepted'))::int AS accepted
    FROM article a
    JOIN article_tag t ON t.article_id = a.id AND t.country IS NOT NULL AND ${countedTag(f)}
    WHERE ${filterSql(f)}
    GROUP BY t.country
    ORDER BY articles DESC, t.country
    LIMIT ${limit}`
}
