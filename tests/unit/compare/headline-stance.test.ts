import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ArchiveComparison } from '#lib/compare/archive-comparison.ts'
import { prepareArticle } from '#lib/compare/prepare-article.ts'

const PAIRS = '../shared/eval/stories/headline_stance.jsonl.gz'
const isHere = existsSync(PAIRS)

type Pair = { s1: string; s2: string; stance: 'agree' | 'disagree' | 'other' }

/** How many pairs of each stance lie in one story, all headlines being one archive without dates and without texts. */
function shares(): Record<Pair['stance'], { pairs: number; together: number }> {
  const pairs = gunzipSync(readFileSync(PAIRS))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Pair)
  const comparison = new ArchiveComparison()
  for (const { s1, s2 } of pairs)
    for (const text of [s1, s2]) comparison.add(prepareArticle({ title: null, text }), null, '')
  const places = comparison.place()
  const counts = {
    agree: { pairs: 0, together: 0 },
    disagree: { pairs: 0, together: 0 },
    other: { pairs: 0, together: 0 },
  }
  for (const [i, { stance }] of pairs.entries()) {
    const [a, b] = [places[2 * i], places[2 * i + 1]]
    counts[stance].pairs++
    if (a?.story != null && a.story === b?.story) counts[stance].together++
  }
  return counts
}

describe.skipIf(!isHere)('pairs of Arabic headlines (skipped: ../shared/eval/stories is not here)', () => {
  test('that say the same thing share a story often, those that have nothing to do with each other hardly ever', () => {
    const counts = shares()
    const share = (stance: Pair['stance']) => counts[stance].together / counts[stance].pairs
    console.info(
      Object.entries(counts)
        .map(([stance, { pairs, together }]) => `${stance}: ${together} of ${pairs} share a story`)
        .join('; '),
    )
    expect(share('agree')).toBeGreaterThan(0.5)
    expect(share('other')).toBeLessThan(0.1)
  })
})
