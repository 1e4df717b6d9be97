import { authorize } from '#lib/access/authorize.ts'
import { deskDay } from '#lib/core/desk-time.ts'
import { ArticleFilter } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import { type Expansion, expandNames } from '#lib/search/expand-names.ts'
import { loadCatalogue } from '#lib/search/load-catalogue.ts'
import { parseQuery, type Query } from '#lib/search/parse-query.ts'
import { parseSearch } from '#lib/search/parse-search.ts'
import { type Problem, settleSearch } from '#lib/search/settle-search.ts'
import { toTsquery } from '#lib/search/tsquery.ts'

/** What somebody asked for, as it was understood. */
export type Asked = {
  /** Ready for filterSql: fields among the typed words have become parameters, names are meant in every spelling. */
  filter: ArticleFilter
  /** The words, for marking and ranking; null where there are none, or where something was not understood. */
  query: Query | null
  problems: Problem[]
  /** Whether all of it was understood; where not, the filter finds nothing. */
  isWhole: boolean
  /** Where problems count their places: what was typed, without quotation marks that never close. */
  typed: string
  expansions: Expansion[]
}

/** What no article can have and lack: a filter of which a part is not understood finds nothing, rather than too much. */
export const NOTHING = "'nothing' & !'nothing'"

/**
 * The desk's own parameters, as an address has them or as they were kept, with `q` in the language of the search box:
 * the one way from there to a filter that can be asked of the database. What makes no sense as a parameter is left out;
 * what cannot be understood in `q` is among the problems, and then nothing fits. @throws AppError forbidden
 */
export async function askFilter(ctx: Context, params: Record<string, unknown>): Promise<Asked> {
  authorize(ctx.actor, 'article:read')
  const { q, ...rest }: ArticleFilter = ArticleFilter.parse(params)
  if (!q) return { filter: rest, query: null, problems: [], isWhole: true, typed: '', expansions: [] }
  const search = parseSearch(q)
  const catalogue = await loadCatalogue(ctx)
  const asker = { userId: ctx.actor.userId, today: deskDay(ctx.now()) }
  const { filter, problems, isWhole } = settleSearch(rest, search, catalogue, asker)
  const said = { problems, isWhole, typed: search.input }
  if (!isWhole) return { ...said, filter: { ...rest, q, tsquery: NOTHING }, query: null, expansions: [] }
  const { query, expansions } = expandNames(parseQuery(filter.q ?? ''), catalogue)
  if (query.clauses.length === 0) return { ...said, filter: { ...filter, q: undefined }, query: null, expansions }
  return { ...said, filter: { ...filter, tsquery: toTsquery(query, 'all') }, query, expansions }
}
