import { ArticleFilter } from '#lib/db/article-filter.ts'
import { parseQuery } from '#lib/search/parse-query.ts'
import { toTsquery } from '#lib/search/tsquery.ts'

/** URL parameters as a page is given them, read as a filter with its words understood: all of them must be there. */
export function readFilter(params: Record<string, unknown>): ArticleFilter {
  const filter: ArticleFilter = ArticleFilter.parse(params)
  // Words that are only punctuation ask for nothing, and an empty tsquery would match nothing.
  return filter.q ? { ...filter, tsquery: toTsquery(parseQuery(filter.q), 'all') } : filter
}
