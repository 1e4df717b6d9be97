/**
 * Approximate string search: Myers' bit-parallel algorithm (J. ACM 46/3, 1999) in the block form of Hyyrö (2003), 32
 * rows of the dynamic programming matrix in one integer. Works on UTF-16 units.
 */

/** Where the pattern stands, roughly: half-open span and how many units had to be changed, added or left out. */
export type RoughMatch = { start: number; end: number; errors: number }

/** Runs of ends within the limit can be many in repetitive text; only the best are worth a look. */
const MOST_MATCHES = 40

/** The places where the pattern stands with at most `limit` errors, one for each run of neighbouring ends, best first. */
export function approximateSearch(text: string, pattern: string, limit: number): RoughMatch[] {
  if (pattern.length === 0) return []
  const distances = endDistances(text, pattern, false)
  const ends: { end: number; errors: number }[] = []
  let best: { end: number; errors: number } | null = null
  for (let i = 0; i <= distances.length; i++) {
    const errors = distances[i] ?? Number.POSITIVE_INFINITY
    if (errors <= limit) {
      if (!best || errors < best.errors) best = { end: i + 1, errors }
    } else if (best) {
      ends.push(best)
      best = null
    }
  }
  ends.sort((a, b) => a.errors - b.errors || a.end - b.end)
  const backwards = reverse(pattern)
  return ends.slice(0, MOST_MATCHES).map(({ end, errors }) => {
    const from = Math.max(0, end - pattern.length - limit)
    return { start: end - likeliestLength(reverse(text.slice(from, end)), backwards), end, errors }
  })
}

/** Errors between a pattern and the beginning of a text, whichever length of it fits best. */
export function prefixErrors(text: string, pattern: string): number {
  let least = pattern.length
  if (pattern.length > 0) for (const distance of endDistances(text, pattern, true)) least = Math.min(least, distance)
  return least
}

/** Errors between two whole strings (Levenshtein distance). */
export function errorsBetween(a: string, b: string): number {
  if (a.length === 0 || b.length === 0) return Math.max(a.length, b.length)
  return endDistances(a, b, true).at(-1) ?? b.length
}

function likeliestLength(text: string, pattern: string): number {
  const distances = endDistances(text, pattern, true)
  let length = 0
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < distances.length; i++) {
    const distance = distances[i] as number
    const closer = Math.abs(i + 1 - pattern.length) < Math.abs(length - pattern.length)
    if (distance < least || (distance === least && closer)) {
      least = distance
      length = i + 1
    }
  }
  return length
}

/**
 * For each end in the text, the least errors of the pattern against what ends there: what begins anywhere, or, when
 * anchored, at the beginning of the text.
 */
function endDistances(text: string, pattern: string, anchored: boolean): Int32Array {
  const blocks = Math.ceil(pattern.length / 32)
  const masks = characterMasks(pattern, blocks)
  const none = new Int32Array(blocks)
  const plus = new Int32Array(blocks).fill(-1)
  const minus = new Int32Array(blocks)
  const lastRow = 1 << ((pattern.length - 1) % 32)
  const distances = new Int32Array(text.length)
  let distance = pattern.length
  for (let i = 0; i < text.length; i++) {
    const mask = masks.get(text.charCodeAt(i)) ?? none
    // What the row above changes by: a further unit of the text costs one only when the beginning is given.
    let carry = anchored ? 1 : 0
    for (let b = 0; b < blocks; b++) {
      const p = plus[b] as number
      const m = minus[b] as number
      let equal = mask[b] as number
      const vertical = equal | m
      if (carry < 0) equal |= 1
      const diagonal = ((((equal & p) >>> 0) + (p >>> 0)) ^ p) | equal
      let up = m | ~(diagonal | p)
      let down = p & diagonal
      const row = b === blocks - 1 ? lastRow : 1 << 31
      const out = (up & row) !== 0 ? 1 : (down & row) !== 0 ? -1 : 0
      up = (up << 1) | (carry > 0 ? 1 : 0)
      down = (down << 1) | (carry < 0 ? 1 : 0)
      plus[b] = down | ~(vertical | up)
      minus[b] = up & vertical
      carry = out
    }
    distance += carry
    distances[i] = distance
  }
  return distances
}

function characterMasks(pattern: string, blocks: number): Map<number, Int32Array> {
  const masks = new Map<number, Int32Array>()
  for (let i = 0; i < pattern.length; i++) {
    const code = pattern.charCodeAt(i)
    let mask = masks.get(code)
    if (!mask) {
      mask = new Int32Array(blocks)
      masks.set(code, mask)
    }
    mask[i >> 5] = (mask[i >> 5] as number) | (1 << (i & 31))
  }
  return masks
}

/** Reversed by UTF-16 units: the offsets are what matters, not the characters. */
export const reverse = (text: string): string => {
  let out = ''
  for (let i = text.length - 1; i >= 0; i--) out += text[i]
  return out
}
