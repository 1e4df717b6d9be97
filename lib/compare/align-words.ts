import type { Passage } from '#lib/compare/shared-passages.ts'
import { shingleSequence, wordHashes } from '#lib/compare/shingle-set.ts'

/** Edits that a gap is searched for; two texts that differ more there are shown as replaced. Bounds time and memory. */
const MOST_EDITS = 400

/**
 * Runs of words that two texts have in common, in order, as a reader would line them up.
 *
 *  1. what is equal at both ends is taken off;
 *  2. three-word shingles that occur once in either text are anchors, the longest ascending chain of them holds
 *     (patience difference);
 *  3. between anchors the shortest edit is searched (Myers 1986), up to 400 edits.
 *
 * Time is O(n log n + n · 400) whatever the texts.
 */
export function alignWords(a: readonly string[], b: readonly string[]): Passage[] {
  const hashesA = wordHashes(a)
  const hashesB = wordHashes(b)
  const runs: Passage[] = []
  const same = (i: number, j: number) => {
    const last = runs.at(-1)
    if (last && last.a + last.words === i && last.b + last.words === j) last.words++
    else runs.push({ a: i, b: j, words: 1 })
  }
  let i = 0
  let j = 0
  for (const anchor of [...anchors(hashesA, hashesB), { a: a.length, b: b.length }]) {
    if (anchor.a < i || anchor.b < j) continue
    alignGap(hashesA.subarray(i, anchor.a), hashesB.subarray(j, anchor.b), (x, y) => same(i + x, j + y))
    i = anchor.a
    j = anchor.b
    while (i < a.length && j < b.length && hashesA[i] === hashesB[j]) same(i++, j++)
  }
  return runs
}

/** Shingles that are unique in both texts, in the longest chain that ascends in both. */
function anchors(a: Uint32Array, b: Uint32Array): { a: number; b: number }[] {
  const inB = uniquePlaces(shingleSequence(b))
  const pairs: { a: number; b: number }[] = []
  for (const [shingle, i] of uniquePlaces(shingleSequence(a))) {
    const j = inB.get(shingle)
    if (j !== undefined && i >= 0 && j >= 0) pairs.push({ a: i, b: j })
  }
  pairs.sort((x, y) => x.a - y.a)
  const tails: number[] = []
  const before = new Int32Array(pairs.length).fill(-1)
  pairs.forEach((pair, k) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] as number]?.b ?? 0) < pair.b) low = middle + 1
      else high = middle
    }
    before[k] = low > 0 ? (tails[low - 1] as number) : -1
    tails[low] = k
  })
  const chain: { a: number; b: number }[] = []
  for (let k = tails.at(-1) ?? -1; k >= 0; k = before[k] as number) chain.push(pairs[k] as { a: number; b: number })
  return chain.reverse()
}

/** Place of each shingle; -1 where it occurs again. */
function uniquePlaces(sequence: Uint32Array): Map<number, number> {
  const places = new Map<number, number>()
  sequence.forEach((shingle, i) => {
    places.set(shingle, places.has(shingle) ? -1 : i)
  })
  return places
}

/** Myers' greedy search for the shortest edit; calls `same` for each pair of equal words, in order. */
function alignGap(a: Uint32Array, b: Uint32Array, same: (i: number, j: number) => void): void {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) {
    same(start, start)
    start++
  }
  let tail = 0
  while (tail < a.length - start && tail < b.length - start && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const endA = a.length - tail
  const endB = b.length - tail
  for (const [i, j] of shortestEdit(a.subarray(start, endA), b.subarray(start, endB))) same(start + i, start + j)
  for (let k = 0; k < tail; k++) same(endA + k, endB + k)
}

function shortestEdit(a: Uint32Array, b: Uint32Array): [number, number][] {
  if (a.length === 0 || b.length === 0) return []
  const most = Math.min(MOST_EDITS, a.length + b.length)
  const furthest = new Int32Array(2 * most + 3)
  const center = most + 1
  const trace: Int32Array[] = []
  for (let edits = 0; edits <= most; edits++) {
    trace.push(furthest.slice(center - edits - 1, center + edits + 2))
    for (let k = -edits; k <= edits; k += 2) {
      const down =
        k === -edits || (k !== edits && (furthest[center + k - 1] as number) < (furthest[center + k + 1] as number))
      let x = down ? (furthest[center + k + 1] as number) : (furthest[center + k - 1] as number) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      furthest[center + k] = x
      if (x >= a.length && x - k >= b.length) return walkBack(trace, a.length, b.length)
    }
  }
  return []
}

/** From the end back to the start along the furthest points; `trace[d]` holds diagonals -d-1 to d+1 before step d. */
function walkBack(trace: Int32Array[], endA: number, endB: number): [number, number][] {
  const pairs: [number, number][] = []
  let x = endA
  let y = endB
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const furthest = trace[edits] as Int32Array
    const at = (diagonal: number) => furthest[diagonal + edits + 1] as number
    const k = x - y
    const down = k === -edits || (k !== edits && at(k - 1) < at(k + 1))
    const fromX = edits === 0 ? 0 : at(down ? k + 1 : k - 1)
    const fromY = edits === 0 ? 0 : fromX - (down ? k + 1 : k - 1)
    const startX = edits === 0 ? 0 : down ? fromX : fromX + 1
    while (x > startX) pairs.push([--x, --y])
    x = fromX
    y = fromY
  }
  return pairs.reverse()
}
