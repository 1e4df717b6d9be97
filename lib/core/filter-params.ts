import type { ArticleFilter } from '#lib/db/article-filter.ts'

/** The filter as it is kept and linked to: the desk's own parameters, without what was worked out of them. Pure. */
export const filterParams = ({ tsquery: _, ...params }: ArticleFilter): Record<string, string> =>
  Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1])))
