import { mix32 } from '#lib/text/shingles.ts'

/** Bins of a signature: the standard error of the estimate is at most 1 / (2 √128) = .044. */
export const SIGNATURE_BINS = 128

/**
 * One-permutation MinHash (Li, Owen & Zhang 2012): each shingle is hashed once, falls into one of 128 bins, and a bin
 * keeps its smallest. A bin that stays empty borrows from a bin that a hash of (bin, attempt) names, until one is full:
 * optimal densification (Shrivastava 2017), which unlike rotation keeps the variance of classic MinHash, and matters
 * here because a short news item has fewer shingles than bins.
 *
 * @param shingles 32-bit hashes; order and repetition change nothing. None gives a signature of zeros.
 */
export function minhash(shingles: Uint32Array): Int32Array {
  const bins = new Int32Array(SIGNATURE_BINS)
  if (shingles.length === 0) return bins
  const full = new Uint8Array(SIGNATURE_BINS)
  for (let i = 0; i < shingles.length; i++) {
    const shingle = shingles[i] as number
    // A shingle's hash orders it inside its bin; a second multiplication keeps bin and order independent.
    const bin = Math.imul(shingle, 0x9e3779b1) >>> 25
    const value = shingle | 0
    if (full[bin] === 0 || value < (bins[bin] as number)) {
      bins[bin] = value
      full[bin] = 1
    }
  }
  for (let bin = 0; bin < SIGNATURE_BINS; bin++) {
    if (full[bin] === 1) continue
    let attempt = 1
    let lender = LENDERS[bin] as number
    while (full[lender] !== 1) lender = mix32(Math.imul(bin, 0x85ebca77) + Math.imul(++attempt, 0xc2b2ae3d)) >>> 25
    bins[bin] = bins[lender] as number
    // 2 marks a borrowed bin: it never lends what it borrowed.
    full[bin] = 2
  }
  return bins
}

/** First lender of each bin, worked out once: most borrowing ends there. */
const LENDERS = Uint8Array.from(
  { length: SIGNATURE_BINS },
  (_, bin) => mix32(Math.imul(bin, 0x85ebca77) + 0xc2b2ae3d) >>> 25,
)

/** Share of equal bins: an unbiased estimate of the Jaccard similarity of the two shingle sets. */
export function estimateJaccard(a: Int32Array, b: Int32Array): number {
  let equal = 0
  for (let i = 0; i < SIGNATURE_BINS; i++) if (a[i] === b[i]) equal++
  return equal / SIGNATURE_BINS
}

/** Worth reading the texts: four standard errors under what a contained text of half the length has. */
export const WORTH_READING = 0.17
