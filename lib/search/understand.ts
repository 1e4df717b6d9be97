import { type ArticleFilter, filterSql } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { archiveFrequencies } from '#lib/search/archive-frequencies.ts'
import { parseQuery, type Query } from '#lib/search/parse-query.ts'
import { idf, WEIGHTS } from '#lib/search/rank-sql.ts'
import { selective } from '#lib/search/ranked-search.ts'
import { askedLexemes, toTsquery } from '#lib/search/tsquery.ts'
import { quoteLexeme } from '#lib/search/tsvector.ts'

/** The score of a vector (a trusted SQL name) for the words asked for. */
export type Score = (vector: string) => Prisma.Sql

/** A filter whose words are understood: which of them an article must have, what to mark, and how to rank. */
export type Understood = {
  filter: ArticleFilter
  query: Query | null
  /** `any`: no article that fits the filter has all the words. */
  mode: 'all' | 'any'
  /** Null where nothing is asked for that could be weighed. */
  score: Score | null
}

/** From more than so many on, copying a stored vector once costs less than reading it for each. */
const FEW_LEXEMES = 3

/**
 * All words must be there; where no article under this filter has them all, any of the telling ones.
 * @param query what lib/search/ask-filter.ts made of the words
 */
export async function understand(
  ctx: Context,
  filter: ArticleFilter,
  query: Query | null = filter.q ? parseQuery(filter.q) : null,
): Promise<Understood> {
  if (!query || query.clauses.length === 0) return { filter, query: null, mode: 'all', score: null }
  const lexemes = askedLexemes(query)
  if (lexemes.length === 0) return { filter, query, mode: 'all', score: null }
  const [known, [found]] = await Promise.all([
    archiveFrequencies(ctx.now()).then(async (f) => ({ documents: f.documents, counts: await f.of(lexemes) })),
    ctx.db.$queryRaw<{ all: boolean }[]>`SELECT EXISTS (SELECT 1 FROM article a WHERE ${filterSql(filter)}) AS "all"`,
  ])
  const score = scoreOf(lexemes, known.counts, known.documents)
  const any =
    found?.all || lexemes.length < 2 ? '' : toTsquery(query, 'any', undefined, selective(lexemes, known.counts))
  if (!any) return { filter, query, mode: 'all', score }
  return { filter: { ...filter, tsquery: any }, query, mode: 'any', score }
}

function scoreOf(lexemes: string[], counts: Map<string, number>, documents: number): Score {
  // Articles that came in since the counting must not make a word weigh less than nothing.
  const all = Math.max(documents, ...counts.values())
  const sum = (vector: Prisma.Sql) =>
    Prisma.join(
      lexemes.map((lexeme) => {
        const weight = idf(all, counts.get(lexeme) ?? 0)
        return Prisma.sql`${weight}::float8 * ts_rank(${WEIGHTS}::float4[], ${vector}, ${quoteLexeme(lexeme)}::tsquery, 1)`
      }),
      ' + ',
    )
  if (lexemes.length <= FEW_LEXEMES) return (vector) => sum(Prisma.raw(vector))
  return (vector) => Prisma.sql`(SELECT ${sum(Prisma.sql`read.vector`)}
    FROM (SELECT ts_filter(${Prisma.raw(vector)}, '{a,b,c,d}') AS vector OFFSET 0) AS read)`
}
