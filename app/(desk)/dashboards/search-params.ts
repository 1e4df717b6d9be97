import { z } from 'zod'
import { PERIOD_DAYS } from '#lib/dashboards/period.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import { readFilter } from '#lib/search/read-filter.ts'

const Days = z.coerce
  .number()
  .pipe(z.union(PERIOD_DAYS.map((days) => z.literal(days))))
  .optional()
  .catch(undefined)

/** `?days=7`, or the desk's own parameters with `from` and `to`. What makes no sense is read as if it were not there. */
export function readSearchParams(params: Record<string, string | string[] | undefined>) {
  return { filter: readFilter(params) satisfies ArticleFilter, days: Days.parse(params.days) }
}
