import { ArticleFilter } from '#lib/db/article-filter.ts'

/** What a rule asks for, out of the desk's own query string; null where it asks for nothing: every article is no rule. */
export function filterOfQuery(query: string): ArticleFilter | null {
  const filter = ArticleFilter.parse(Object.fromEntries(new URLSearchParams(query)))
  return Object.values(filter).some((value) => value !== undefined) ? filter : null
}
