import { likelySince, newestMatches } from '#lib/articles/newest-matches.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'

/** What the desk can be narrowed by, and the parameters each sets. */
export const FACETS = {
  state: ['state'],
  date: ['from', 'to'],
  source: ['source'],
  topic: ['topic'],
  country: ['country'],
  entity: ['entity'],
  flag: ['flag'],
  assignee: ['assignee'],
  language: ['language'],
} as const satisfies Record<string, readonly (keyof ArticleFilter)[]>
export type FacetName = keyof typeof FACETS
const NAMES = Object.keys(FACETS) as FacetName[]

/** Counting stops here, and the screen says so: nobody chooses differently for the eleventh thousand. */
export const MOST_COUNTED = 10_000

/** Articles to count in, under a name of SQL; `since` where looking so far back is likely to be enough. */
export type FacetSet = { name: string; filter: ArticleFilter; since: Date | null }

/** All that fit (`fitting`), and for each facet that is in use, all that fit without it. */
export function facetSets(ctx: Context, filter: ArticleFilter): Promise<FacetSet[]> {
  const without = NAMES.filter((facet) => isUsed(facet, filter)).map((facet) => ({
    name: setOf(facet, filter),
    filter: { ...filter, ...Object.fromEntries(FACETS[facet].map((param) => [param, undefined])) },
  }))
  return Promise.all(
    [{ name: 'fitting', filter }, ...without].map(async (set) => ({
      ...set,
      since: await likelySince(ctx, set.filter, MOST_COUNTED),
    })),
  )
}

/** The name of the set that a facet is counted in. */
export const setOf = (facet: FacetName, filter: ArticleFilter): string =>
  isUsed(facet, filter) ? `without_${facet}` : 'fitting'

const isUsed = (facet: FacetName, filter: ArticleFilter): boolean => FACETS[facet].some((param) => filter[param])

/** A set for WITH: its newest articles, one more than are counted. */
export function setSql({ name, filter, since }: FacetSet): Prisma.Sql {
  const columns = Prisma.sql`a.id, a.source_id, a.state, a.language, a.assignee_id, a.sort_at`
  return Prisma.sql`${Prisma.raw(name)} AS MATERIALIZED (${newestMatches(filter, columns, MOST_COUNTED + 1, since)})`
}
