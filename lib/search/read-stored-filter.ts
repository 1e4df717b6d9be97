import { ArticleFilter } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import { askFilter, NOTHING } from '#lib/search/ask-filter.ts'

/**
 * A filter that was kept as the desk's own parameters (lib/core/filter-params.ts makes them), ready for filterSql: with
 * today's spellings of names, and days like `7d` counted from today. Where something in it is no longer known, it fits
 * nothing. @throws AppError forbidden
 */
export async function readStoredFilter(ctx: Context, stored: unknown): Promise<ArticleFilter> {
  const params: Record<string, unknown> =
    stored !== null && typeof stored === 'object' && !Array.isArray(stored) ? { ...stored } : {}
  const { filter } = await askFilter(ctx, params)
  // A part that makes no sense any more is left out of an address; what acts by itself must not act on more for it.
  const known: Record<string, unknown> = ArticleFilter.parse(params)
  const isWhole = Object.keys(params).every((name) => known[name] !== undefined)
  return isWhole ? filter : { ...filter, tsquery: NOTHING }
}
