import { shingleSequence } from '#lib/compare/shingle-set.ts'

/** A run of words that two texts share: where it begins in each, and how many words it has. */
export type Passage = { a: number; b: number; words: number }

/** Shorter runs are phrases that the language itself repeats. */
const SHORTEST = 8

/**
 * The longest runs of words that two texts share, longest first, without overlap in either.
 * Linear in the texts' length: a run is followed from each shingle of `a` at the first place it has in `b`.
 */
export function sharedPassages(a: Uint32Array, b: Uint32Array, limit = 5): Passage[] {
  const places = new Map<number, number>()
  const ofB = shingleSequence(b)
  for (let j = ofB.length - 1; j >= 0; j--) places.set(ofB[j] as number, j)
  const ofA = shingleSequence(a)
  const runs: Passage[] = []
  for (let i = 0; i < ofA.length; ) {
    const j = places.get(ofA[i] as number)
    let words = 0
    if (j !== undefined) while (i + words < a.length && j + words < b.length && a[i + words] === b[j + words]) words++
    if (j !== undefined && words >= SHORTEST) runs.push({ a: i, b: j, words })
    // Inside a run every shingle leads to the same run.
    i += Math.max(1, words - 2)
  }
  runs.sort((x, y) => y.words - x.words)
  const kept: Passage[] = []
  for (const run of runs) {
    if (kept.length === limit) break
    const overlaps = kept.some(
      (k) => (run.a < k.a + k.words && k.a < run.a + run.words) || (run.b < k.b + k.words && k.b < run.b + run.words),
    )
    if (!overlaps) kept.push(run)
  }
  return kept
}
