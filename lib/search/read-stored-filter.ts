import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import { askFilter } from '#lib/search/ask-filter.ts'

/**
 * A filter that was kept as the desk's own parameters (lib/core/filter-params.ts makes them), ready for filterSql: with
 * today's spellings of names, and days like `7d` counted from today. Where something in it is no longer known, it fits
 * nothing. @throws AppError forbidden
 */
export async function readStoredFilter(ctx: Context, stored: unknown): Promise<ArticleFilter> {
  const params = stored !== null && typeof stored === 'object' && !Array.isArray(stored) ? stored : {}
  return (await askFilter(ctx, params as Record<string, unknown>)).filter
}
