import { type Catalogue, type KnownValue, nameKey } from '#lib/search/catalogue.ts'
import type { SearchField } from '#lib/search/search-fields.ts'

/** Below this share of letter pairs in common, a suggestion puzzles more than it helps. */
const LEAST_ALIKE = 0.4

/** What somebody who wrote this may have meant, likeliest first: the same words, or nearly the same letters. Pure. */
export function suggestValues(catalogue: Catalogue, field: SearchField, written: string, limit = 3): KnownValue[] {
  const key = nameKey(written)
  if (!key) return []
  const scores = new Map<KnownValue, number>()
  for (const [name, values] of catalogue.names(field)) {
    const score = likeness(key, name)
    for (const value of values) scores.set(value, Math.max(score, scores.get(value) ?? 0))
  }
  return [...scores]
    .map(([value, score]) => ({ value, score: Math.max(score, likeness(key, nameKey(value.handle))) }))
    .filter(({ score }) => score >= LEAST_ALIKE)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ value }) => value)
}

/** Dice's coefficient of letter pairs (Dice 1945); a name that begins with the words, or has them, is near. Pure. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  if (b.startsWith(a)) return 0.9
  if (` ${b} `.includes(` ${a} `)) return 0.85
  // Names of very different lengths cannot share enough.
  if (2 * Math.min(a.length, b.length) + 2 < LEAST_ALIKE * (a.length + b.length + 2)) return 0
  const ofA = pairs(a)
  const ofB = pairs(b)
  const left = [...ofB]
  let shared = 0
  for (const pair of ofA) {
    const at = left.indexOf(pair)
    if (at < 0) continue
    left.splice(at, 1)
    shared++
  }
  return (2 * shared) / (ofA.length + ofB.length)
}

const pairs = (word: string): string[] => Array.from({ length: word.length + 1 }, (_, i) => ` ${word} `.slice(i, i + 2))
