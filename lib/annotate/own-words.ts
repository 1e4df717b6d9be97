import { errorsBetween } from '#lib/annotate/approximate-search.ts'
import type { SpokenText } from '#lib/annotate/spoken-text.ts'
import type { Span } from '#lib/text/fold.ts'
import type { Word } from '#lib/text/words.ts'

/** So many words beyond a place its quote's own may have got to, where something was put between them. */
const BEYOND = 6

/**
 * The words at a place and a little beyond that are the quote's own: what a quote lost at its end is not made up for by
 * what follows there now, and what was put between its words does not cut it short.
 * @param place as indexes of words, like the answer; null where no word is the quote's
 * @param said the quote's words, whole where it cuts them
 */
export function ownWords(now: SpokenText, place: Span, said: readonly string[]): Span | null {
  const from = Math.max(0, place.start - BEYOND)
  const here = now.words.slice(from, place.end + BEYOND)
  // Of equal words, the one within the place is meant.
  const isInside = (j: number) => from + j >= place.start && from + j < place.end
  const own = commonWords(said, here, (j) => lengthOf(here[j]) * (isInside(j) ? 4 : 3))
  // The stretch in which the quote's own letters most outweigh others' (Kadane's maximum subarray).
  let best: (Span & { gain: number }) | null = null
  let run = { start: 0, gain: 0 }
  here.forEach((word, j) => {
    if (run.gain < 0) run = { start: j, gain: 0 }
    run = { start: run.start, gain: run.gain + (own.has(j) ? 1 : -1) * lengthOf(word) }
    if (own.has(j) && run.gain >= (best?.gain ?? 1))
      best = { start: from + run.start, end: from + j + 1, gain: run.gain }
  })
  return best
}

const lengthOf = (word: Word | undefined): number => word?.text.length ?? 0

/** Which words of `b` are those of `a`, in order: the heaviest common subsequence of words that are alike. */
function commonWords(a: readonly string[], b: readonly Word[], weight: (j: number) => number): Set<number> {
  const width = b.length + 1
  const weights = new Int32Array((a.length + 1) * width)
  const taken = new Uint8Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j
      const without = Math.max(weights[at + width] as number, weights[at + 1] as number)
      const both = isAlike(a[i] ?? '', b[j]?.text ?? '') ? (weights[at + width + 1] as number) + weight(j) : 0
      weights[at] = Math.max(without, both)
      taken[at] = both > without ? 1 : 0
    }
  }
  const common = new Set<number>()
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const at = i * width + j
    if (taken[at]) {
      common.add(j++)
      i++
    } else if ((weights[at + width] as number) >= (weights[at + 1] as number)) i++
    else j++
  }
  return common
}

/** One word, but for a slip of the pen or a particle glued to it: one letter, and in long words one in four, is another. */
export function isAlike(a: string, b: string): boolean {
  if (a === b) return true
  const longer = Math.max(a.length, b.length)
  const most = Math.max(1, longer / 4)
  if (Math.abs(a.length - b.length) > most || longer < 3) return false
  // Nearly all pairs that are asked about are not alike, and most of these have neither end in common.
  if (a[0] !== b[0] && a.at(-1) !== b.at(-1)) return false
  return errorsBetween(a, b) <= most
}
