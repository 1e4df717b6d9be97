import type { SearchSource } from '#lib/search/rank-sql.ts'
import { quoteLexeme } from '#lib/search/tsvector.ts'

/** The part of a `pg` client or pool that searching needs. */
export type Queryable = { query: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }> }

/** In how many articles lexemes stand: for idf, and to find by the rare ones first. */
export type LexemeFrequencies = {
  documents: number
  of: (lexemes: string[]) => Promise<Map<string, number>>
}

/**
 * Frequencies for one searched table, to be kept for some minutes: the common lexemes from the statistics that ANALYZE
 * keeps for a tsvector, the others counted in the index when they are first asked for, which is cheap as they are rare.
 */
export async function lexemeFrequencies(db: Queryable, source: SearchSource): Promise<LexemeFrequencies> {
  const documents = await countDocuments(db, source)
  const known = await commonLexemes(db, source, documents)
  const of = async (lexemes: string[]) => {
    const unknown = lexemes.filter((lexeme) => !known.has(lexeme))
    if (unknown.length > 0) {
      const { rows } = await db.query(
        `select w.n, (select count(*)::int from ${source.table} where ${source.vector} @@ w.query::tsquery) as count
         from unnest($1::text[]) with ordinality as w(query, n)`,
        [unknown.map(quoteLexeme)],
      )
      for (const row of rows as { n: string; count: number }[]) known.set(unknown[Number(row.n) - 1] ?? '', row.count)
    }
    return new Map(lexemes.map((lexeme) => [lexeme, known.get(lexeme) ?? 0]))
  }
  return { documents, of }
}

/** The planner's estimate; counted where the table was never analysed or is small enough not to matter. */
async function countDocuments(db: Queryable, source: SearchSource): Promise<number> {
  const { rows } = await db.query('select reltuples::int as n from pg_class where oid = $1::regclass', [source.table])
  const estimate = (rows[0] as { n: number } | undefined)?.n ?? -1
  if (estimate > 10_000) return estimate
  const counted = await db.query(`select count(*)::int as n from ${source.table}`)
  return (counted.rows[0] as { n: number }).n
}

async function commonLexemes(db: Queryable, source: SearchSource, documents: number): Promise<Map<string, number>> {
  const { rows } = await db.query(
    `select unnest(most_common_elems::text::text[]) as lexeme, unnest(most_common_elem_freqs) as share
     from pg_stats where attname = $2 and (schemaname, tablename) =
       (select nspname, relname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
        where pg_class.oid = $1::regclass)`,
    [source.table, source.vector],
  )
  const common = new Map<string, number>()
  for (const { lexeme, share } of rows as { lexeme: string | null; share: number }[]) {
    // The frequencies end with three of another kind (minimum, maximum, nulls), which stand beside no lexeme.
    if (lexeme !== null) common.set(lexeme, Math.round(share * documents))
  }
  return common
}
