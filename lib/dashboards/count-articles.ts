import { authorize } from '#lib/access/authorize.ts'
import { type ArticleFilter, filterSql } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'

type ArticleCount = { articles: number; isEmptyDesk: boolean }

/** How many articles the dashboards count, and whether the desk has none at all. @throws AppError forbidden */
export async function countArticles({ db, actor }: Context, f: ArticleFilter): Promise<ArticleCount> {
  authorize(actor, 'dashboard:read')
  const [row] = await db.$queryRaw<ArticleCount[]>`
    SELECT (SELECT count(*) FROM article a WHERE ${filterSql(f)})::int AS articles,
           NOT EXISTS (SELECT FROM article WHERE withdrawn_at IS NULL) AS "isEmptyDesk"`
  return row ?? { articles: 0, isEmptyDesk: true }
}
