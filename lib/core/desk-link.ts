import { filterParams } from '#lib/core/filter-params.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'

/** The desk's address with this filter: what every figure links to. Pure. */
export function deskLink(filter: ArticleFilter, more: Record<string, string | undefined> = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filterParams(filter), ...more }))
    if (value) params.append(name, value)
  const query = params.toString()
  return query ? `/desk?${query}` : '/desk'
}
