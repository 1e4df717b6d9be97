import type { Idf } from '#lib/compare/document-frequency.ts'
import { type EventAnchors, isNumberKey, isPairKey } from '#lib/compare/event-anchors.ts'
import { HeldVector } from '#lib/compare/held-vector.ts'
import { heaviest, merged, type SparseVector } from '#lib/compare/sparse-vector.ts'

/** What a name of two words tells beyond what its words do. */
const PAIR_TELLS = 3.5

/** Anchors with what they tell: how sure each is, times its idf. Not scaled: the sum says how much there is to share. */
export function anchorVector({ keys, sure }: EventAnchors, idf: Idf): SparseVector {
  const weights = new Float32Array(keys.length)
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number
    weights[i] = (sure[i] as number) * (isPairKey(key) ? PAIR_TELLS : idf(key))
  }
  return { keys, weights }
}

/** One article's anchors are compared with those of several stories. */
const held = new HeldVector()

/** A text of a few lines shares much of its little by chance: it counts as one of some fifty words. */
const LEAST = 45

/**
 * How much of their anchors two share, 0 to about 1. What one side is sure of counts for both: an Arabic word with the
 * consonants of a capitalised French name is that name.
 */
export function sharedAnchors(a: SparseVector, b: SparseVector): number {
  const shared = held.shared(a, b)
  return shared === 0 ? 0 : shared / Math.sqrt(Math.max(LEAST, sum(a.weights)) * Math.max(LEAST, sum(b.weights)))
}

/** How many numbers of 10 and more the one with fewer gives, and how many of them both give. */
export function sharedNumbers(a: SparseVector, b: SparseVector): { fewer: number; same: number } {
  let inA = 0
  let same = 0
  let j = 0
  for (const key of a.keys) {
    if (!isNumberKey(key)) continue
    inA++
    while (j < b.keys.length && (b.keys[j] as number) < key) j++
    if (b.keys[j] === key) same++
  }
  let inB = 0
  for (const key of b.keys) if (isNumberKey(key)) inB++
  return { fewer: Math.min(inA, inB), same }
}

function sum(weights: Float32Array): number {
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += weights[i] as number
  return sum
}

/** All that either tells, at its surest; the heaviest `keep` of it. */
export function joinAnchors(a: SparseVector, b: SparseVector, keep: number): SparseVector {
  return heaviest(merged(a, 1, b, Math.max), keep)
}
