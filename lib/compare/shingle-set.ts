import { hash32, mix32 } from '#lib/text/shingles.ts'

/** Words a shingle: three folded words are rarely shared by chance, and an edit of one word costs only three. */
export const SHINGLE_WORDS = 3

/** The hash of each word, in order. */
export function wordHashes(words: readonly string[]): Uint32Array {
  const hashes = new Uint32Array(words.length)
  for (let i = 0; i < words.length; i++) hashes[i] = hash32(words[i] as string)
  return hashes
}

/** One hash for the shingle that begins at each word; a text shorter than a shingle is one shingle as a whole. */
export function shingleSequence(words: Uint32Array): Uint32Array {
  const count = words.length === 0 ? 0 : Math.max(1, words.length - SHINGLE_WORDS + 1)
  const shingles = new Uint32Array(count)
  const width = Math.min(SHINGLE_WORDS, words.length)
  for (let i = 0; i < count; i++) {
    let h = 0
    for (let k = 0; k < width; k++) h = Math.imul(h, 0x9e3779b1) + (words[i + k] as number)
    shingles[i] = mix32(h)
  }
  return shingles
}

/** The distinct shingles, ascending, so that two sets are compared by one walk over both. */
export function shingleSet(sequence: Uint32Array): Uint32Array {
  const sorted = sequence.slice().sort()
  let kept = 0
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i] as number
  }
  return sorted.slice(0, kept)
}

/** What two shingle sets share, and their sizes; `weigh` gives a shingle's weight (1 where it is left out). */
export function overlap(a: Uint32Array, b: Uint32Array, weigh?: (shingle: number) => number) {
  let i = 0
  let j = 0
  let shared = 0
  let onlyA = 0
  let onlyB = 0
  while (i < a.length && j < b.length) {
    const x = a[i] as number
    const y = b[j] as number
    const w = weigh ? weigh(x < y ? x : y) : 1
    if (x === y) {
      shared += w
      i++
      j++
    } else if (x < y) {
      onlyA += w
      i++
    } else {
      onlyB += w
      j++
    }
  }
  for (; i < a.length; i++) onlyA += weigh ? weigh(a[i] as number) : 1
  for (; j < b.length; j++) onlyB += weigh ? weigh(b[j] as number) : 1
  const union = shared + onlyA + onlyB
  const smaller = shared + Math.min(onlyA, onlyB)
  return { jaccard: union ? shared / union : 0, containment: smaller ? shared / smaller : 0, shared, onlyA, onlyB }
}
