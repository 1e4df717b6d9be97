import { listDesk } from '#lib/articles/list-desk.ts'
import { filterSql } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import { filterOfQuery } from '#lib/rules/rule-filter.ts'
import { readStoredFilter } from '#lib/search/read-stored-filter.ts'

const SHOWN = 20
/** Counting stops here: a rule that matches more is not meant. */
const MOST_COUNTED = 10_000

/** What a rule of this query string would have matched in the archive. @throws AppError forbidden */
export async function tryRule(ctx: Context, query: string) {
  const asked = filterOfQuery(query)
  if (!asked) return { count: 0, capped: false, rows: [] }
  const filter = await readStoredFilter(ctx, asked)
  const [{ rows }, [counted]] = await Promise.all([
    listDesk(ctx, { filter, score: null, after: null, limit: SHOWN }),
    ctx.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM (
        SELECT FROM article a WHERE ${filterSql(filter)} LIMIT ${MOST_COUNTED + 1}
      ) AS matching`,
  ])
  const count = counted?.count ?? 0
  return { count: Math.min(count, MOST_COUNTED), capped: count > MOST_COUNTED, rows }
}
