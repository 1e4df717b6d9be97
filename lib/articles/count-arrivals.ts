import { authorize } from '#lib/access/authorize.ts'
import { type ArticleFilter, filterSql } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'

/** So many are counted; of more it is said that they are more. */
export const MOST_ARRIVALS = 100

/** Before any article: what comes into an empty desk is new, too. */
const NONE = '00000000-0000-0000-0000-000000000000'

/** The article that came in last, whatever list it is in. @throws AppError forbidden */
export async function newestArrival({ db, actor }: Context): Promise<string> {
  authorize(actor, 'article:read')
  const [newest] = await db.$queryRaw<{ id: string }[]>`SELECT id FROM article ORDER BY id DESC LIMIT 1`
  return newest?.id ?? NONE
}

/**
 * How many articles that fit a filter came in after another one: identifiers sort by when they were made. At most one
 * more than {@link MOST_ARRIVALS}. @throws AppError forbidden
 */
export async function countArrivals({ db, actor }: Context, filter: ArticleFilter, since: string): Promise<number> {
  authorize(actor, 'article:read')
  const [found] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM article a WHERE a.id > ${since}::uuid AND ${filterSql(filter)} LIMIT ${MOST_ARRIVALS + 1}
    ) AS arrived`
  return found?.count ?? 0
}
