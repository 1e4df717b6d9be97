import { pool } from '#lib/db/client.ts'
import { type LexemeFrequencies, lexemeFrequencies } from '#lib/search/lexeme-frequencies.ts'

const ARTICLES = { table: 'article', id: 'id', vector: 'search_vector', newest: 'sort_at desc, id desc' }
/** How common words are changes slowly; counting them again costs a look into the index for each. */
const KEEP_MS = 5 * 60_000
let kept: { until: number; frequencies: Promise<LexemeFrequencies> } | undefined

/** How common words are in the archive, as counted within the last minutes. */
export function archiveFrequencies(now: Date): Promise<LexemeFrequencies> {
  if (!kept || kept.until < now.getTime()) {
    const counted = lexemeFrequencies(pool(), ARTICLES)
    // A failure is not kept: the next search asks again.
    counted.catch(() => (kept = undefined))
    kept = { until: now.getTime() + KEEP_MS, frequencies: counted }
  }
  return kept.frequencies
}
