import { z } from 'zod'
import { PERIOD_DAYS, type PeriodDays } from '#lib/dashboards/period.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import { askFilter } from '#lib/search/ask-filter.ts'

const Days = z.coerce
  .number()
  .pipe(z.union(PERIOD_DAYS.map((days) => z.literal(days))))
  .optional()
  .catch(undefined)

/** `?days=7`, or the desk's own parameters with `from` and `to`. What makes no sense is read as if it were not there. */
export async function readSearchParams(
  ctx: Context,
  params: Record<string, string | string[] | undefined>,
): Promise<{ filter: ArticleFilter; days: PeriodDays | undefined }> {
  return { filter: (await askFilter(ctx, params)).filter, days: Days.parse(params.days) }
}
