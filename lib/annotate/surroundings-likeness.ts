import { prefixErrors, reverse } from '#lib/annotate/approximate-search.ts'
import { spokenText } from '#lib/annotate/spoken-text.ts'
import type { Target } from '#lib/annotate/target.ts'
import type { Span } from '#lib/text/fold.ts'

/** Marks, tatweel and emoji may have come into the surroundings: so many times what was kept is looked at. */
const WIDENED = 3
/** Unrelated text of one language agrees in so many letters by chance. */
const BY_CHANCE = 0.45
/** The word or two beside the quote say much, on both sides enough, where what is beyond was edited. */
const BESIDE = { length: 12, worth: 0.7 }
/** To stand at the edge of the text still is something, but other words may come to stand there. */
const EDGE_WORTH = 0.5

/** How far what stands before and after a place is what was kept of the surroundings: 1 as it was, 0 another text. */
export function surroundingsLikeness(
  text: string,
  { prefix, suffix }: Target,
  { start, end }: Span,
): [before: number, after: number] {
  const before = text.slice(Math.max(0, start - WIDENED * prefix.length - 16), start)
  const after = text.slice(end, end + WIDENED * suffix.length + 16)
  return [
    sideLikeness(reverse(spokenText(prefix).text), reverse(spokenText(before).text)),
    sideLikeness(spokenText(suffix).text, spokenText(after).text),
  ]
}

/** Both sides read away from the quote. */
function sideLikeness(kept: string, now: string): number {
  if (kept === '') return now === '' ? EDGE_WORTH : 0
  const likeness = (part: string) =>
    Math.max(0, (1 - prefixErrors(now, part) / part.length - BY_CHANCE) / (1 - BY_CHANCE))
  // Near the edge of the text little was kept, and little says little.
  const enough = Math.min(1, kept.length / BESIDE.length)
  return enough * Math.max(likeness(kept), BESIDE.worth * likeness(kept.slice(0, BESIDE.length)))
}
