import { z } from 'zod'
import type { Cursor } from '#lib/articles/desk-heads.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import { readFilter } from '#lib/search/read-filter.ts'

/** `2026-11-17T09:00:00.000Z~<id>`, or `3.1415~<id>` where the list is ordered by score. */
const After = z
  .string()
  .regex(/^[\w.:+-]{1,40}~[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .transform((given): Cursor => {
    const [at = '', id = ''] = given.split('~')
    return { at, id }
  })

const Params = z.object({
  sort: z.enum(['newest', 'relevance']).optional().catch(undefined),
  after: After.optional().catch(undefined),
})

export type DeskParams = {
  filter: ArticleFilter
  /** Only a search can be ordered by relevance, and is unless something else is asked for. */
  sort: 'newest' | 'relevance'
  after: Cursor | null
}

/** The desk's address: every filter by its own name, `sort`, and `after` for the next page. What makes no sense is left out. */
export function readDeskParams(given: Record<string, string | string[] | undefined>): DeskParams {
  const { sort, after } = Params.parse(given)
  const filter = readFilter(given)
  return { filter, sort: filter.tsquery ? (sort ?? 'relevance') : 'newest', after: after ?? null }
}

export const writeCursor = ({ at, id }: Cursor): string => `${at}~${id}`
