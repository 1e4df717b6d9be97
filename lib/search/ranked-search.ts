import type { LexemeFrequencies, Queryable } from '#lib/search/lexeme-frequencies.ts'
import type { Query } from '#lib/search/parse-query.ts'
import { idf, MOST_RANKED, rankedSql, type SearchSource } from '#lib/search/rank-sql.ts'
import { askedLexemes, toTsquery } from '#lib/search/tsquery.ts'
import { quoteLexeme } from '#lib/search/tsvector.ts'
import type { SeenWord } from '#lib/text/stem.ts'

/** A hit, and whether the article has all that was asked for or only some of it. */
export type Hit = { id: string; score: number; all: boolean }

export type RankedSearch = {
  source: SearchSource
  frequencies: LexemeFrequencies
  limit: number
  seen?: SeenWord
  /** Values of the parameters in `source.where`, from $6. */
  values?: unknown[]
}

/** Articles that have all words, best first; then, where these are fewer than `limit`, those that have some. */
export async function rankedSearch(db: Queryable, query: Query, options: RankedSearch): Promise<Hit[]> {
  const { frequencies, limit, seen } = options
  const lexemes = askedLexemes(query, seen)
  const counts = await frequencies.of(lexemes)
  const run = async (tsquery: string, most: number): Promise<Omit<Hit, 'all'>[]> => {
    if (!tsquery) return []
    const idfs = lexemes.map((lexeme) => idf(frequencies.documents, counts.get(lexeme) ?? 0))
    const values = [tsquery, lexemes.map(quoteLexeme), idfs, MOST_RANKED, most, ...(options.values ?? [])]
    const { rows } = await db.query(rankedSql(options.source), values)
    return rows as Omit<Hit, 'all'>[]
  }
  const full = (await run(toTsquery(query, 'all', seen), limit)).map((hit) => ({ ...hit, all: true }))
  if (full.length >= limit || lexemes.length < 2) return full
  const found = new Set(full.map((hit) => hit.id))
  const some = await run(toTsquery(query, 'any', seen, selective(lexemes, counts)), limit + full.length)
  const partial = some.filter((hit) => !found.has(hit.id)).map((hit) => ({ ...hit, all: false }))
  return [...full, ...partial].slice(0, limit)
}

/**
 * The rarest lexemes, as many as together find no more than can be ranked: an article that has only the common words
 * of the query would rank below these anyway.
 */
export function selective(lexemes: string[], counts: Map<string, number>): Set<string> {
  const rarest = lexemes
    .map((lexeme) => ({ lexeme, count: counts.get(lexeme) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count)
  const chosen = new Set<string>()
  let total = 0
  for (const { lexeme, count } of rarest) {
    total += count
    if (chosen.size > 0 && total > MOST_RANKED) break
    chosen.add(lexeme)
  }
  return chosen
}
