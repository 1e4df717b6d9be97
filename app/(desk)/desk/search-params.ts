import { z } from 'zod'
import { ArticleParams } from '#app/(desk)/articles/[id]/search-params.ts'
import type { Cursor } from '#lib/articles/desk-heads.ts'
import { deskLink } from '#lib/core/desk-link.ts'
import { ArticleFilter } from '#lib/db/article-filter.ts'

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
  read: z
    .union([z.uuid(), z.literal('first')])
    .optional()
    .catch(undefined),
  narrow: z.literal('1').optional().catch(undefined),
})

export type DeskParams = {
  /** As the address says it; ask-desk.ts understands it. */
  filter: ArticleFilter
  /** Only a search can be ordered by relevance, and is unless something else is asked for. */
  sort: 'newest' | 'relevance'
  after: Cursor | null
  /** The article that is read beside the list; `first`: that of its first row. */
  read: string | null
  /** What of that article is open. */
  open: ArticleParams
  /** Whether the filters are open over the list, while an article is read. */
  isNarrowing: boolean
}

/**
 * The desk's address: every filter by its own name, `sort`, `after` for the next page, `read` for the article beside the
 * list. What makes no sense is left out.
 */
export function readDeskParams(given: Record<string, string | string[] | undefined>): DeskParams {
  const { sort, after, read, narrow } = Params.parse(given)
  const filter = ArticleFilter.parse(given)
  return {
    filter,
    sort: filter.q ? (sort ?? 'relevance') : 'newest',
    after: after ?? null,
    read: read ?? null,
    open: ArticleParams.parse(given),
    isNarrowing: narrow !== undefined,
  }
}

export const writeCursor = ({ at, id }: Cursor): string => `${at}~${id}`

/** The address of this list at this page, with something more in it: nothing, or an article that is read beside it. */
export const deskAddress = (
  { filter, sort, after }: DeskParams,
  more: Record<string, string | undefined> = {},
): string =>
  deskLink(filter, {
    ...(sort === 'newest' && filter.q ? { sort } : {}),
    ...(after ? { after: writeCursor(after) } : {}),
    ...more,
  })

/** Where it is asked what came into a list after an article. */
export const arrivalsAddress = (filter: ArticleFilter, since: string): string =>
  deskLink(filter, { since }).replace('/desk', '/desk/arrivals')
