import { lastDay } from '#lib/dashboards/last-day.ts'
import { type PeriodDays, periodOf } from '#lib/dashboards/period.ts'
import type { Scope } from '#lib/dashboards/scope.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'

/** The filter of a request with its period settled: the reader's own, or that many days up to the last. */
export async function getScope(ctx: Context, filter: ArticleFilter, days?: PeriodDays): Promise<Scope> {
  return { ...filter, ...periodOf({ days, from: filter.from, to: filter.to }, await lastDay(ctx)) }
}
