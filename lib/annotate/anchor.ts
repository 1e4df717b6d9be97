import { approximateSearch, errorsBetween, prefixErrors, reverse } from '#lib/annotate/approximate-search.ts'
import { partsCharacter, type Target } from '#lib/annotate/target.ts'
import { type Folded, fold, foldText, type Span } from '#lib/text/fold.ts'

/**
 * Finds an annotation again in a text that has changed, in this order:
 *  1. position: the words still stand where they stood, and what is before or after them does too;
 *  2. quote: the same words elsewhere, told apart by what stands around them, then by nearness to the old place;
 *  3. nearest: the closest words, compared folded (marks, tatweel, hamza and controls don't count).
 * Below a score of 0.8 the answer is null: the screen then shows the note, unplaced, with its quotation. A word on its
 * own says little, so the shorter the quote, the more its surroundings must agree: no note lands on other words.
 */
export type Anchor = Span & { score: number; how: 'position' | 'quote' | 'nearest' }

/** Below this, a place is a guess. */
const ACCEPT_FROM = 0.8
/** From so many UTF-16 units on, the words alone tell the place. */
const TELLING_LENGTH = 40
/** A quote of one letter may stand a thousand times; these nearest to the old place are looked at. */
const MOST_OCCURRENCES = 200

export function anchor(text: string, target: Target): Anchor | null {
  const { start, end, exact, prefix, suffix } = target
  if (exact.trim() === '') return null
  if (text.slice(start, end) === exact && isWhole(text, target, start, end)) {
    const before = text.slice(Math.max(0, start - prefix.length), start) === prefix
    const after = text.slice(end, end + suffix.length) === suffix
    if ((before && prefix) || (after && suffix) || text === exact) return { start, end, score: 1, how: 'position' }
  }
  const quoted = best(
    occurrences(text, target).map((span) => scored(text, target, span, 1)),
    start,
  )
  if (quoted && quoted.score >= ACCEPT_FROM) return { ...quoted, how: quoted.start === start ? 'position' : 'quote' }
  const near = best(nearest(text, target), start)
  return near && near.score >= ACCEPT_FROM ? { ...near, how: 'nearest' } : null
}

type Scored = Span & { score: number }

/** Best score first; between equals the one nearest to the old place. */
function best(places: Scored[], old: number): Scored | null {
  let winner: Scored | null = null
  for (const place of places) {
    const gain = place.score - (winner?.score ?? Number.NEGATIVE_INFINITY)
    const nearer = winner !== null && Math.abs(place.start - old) < Math.abs(winner.start - old)
    if (gain > 1e-9 || (gain > -1e-9 && nearer)) winner = place
  }
  return winner
}

function occurrences(text: string, target: Target): Span[] {
  const { exact, start: old } = target
  const found: Span[] = []
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    if (isWhole(text, target, at, at + exact.length)) found.push({ start: at, end: at + exact.length })
  }
  if (found.length <= MOST_OCCURRENCES) return found
  return found.sort((a, b) => Math.abs(a.start - old) - Math.abs(b.start - old)).slice(0, MOST_OCCURRENCES)
}

function nearest(text: string, target: Target): Scored[] {
  const pattern = foldText(target.exact).trim()
  if (pattern === '') return []
  const folded = fold(text)
  const limit = mostErrors(pattern.length)
  return approximateSearch(folded.text, pattern, limit).flatMap((match) =>
    wholeWords(folded, match).map((span) => {
      const errors = errorsBetween(folded.text.slice(span.start, span.end), pattern)
      const likeness = errors > limit ? 0 : 1 - errors / pattern.length
      return scored(text, target, folded.toOriginal(span.start, span.end), likeness)
    }),
  )
}

/** In a short quote a fifth of the letters is a whole word: there, one letter in ten may be another. */
const mostErrors = (length: number): number =>
  Math.floor(length < TELLING_LENGTH ? Math.min(Math.max(1, length / 10), length / 5) : length * (1 - ACCEPT_FROM))

/**
 * How sure it is that this is the place: likeness of the words, lessened where the surroundings differ. Words that are
 * not quite the same always need their surroundings: two reports of a price differ by a digit.
 */
function scored(text: string, target: Target, span: Span, likeness: number): Scored {
  const [before, after] = contextLikeness(text, target, span)
  // Either side that agrees whole settles it.
  const context = 1 - (1 - before) * (1 - after)
  const brevity = Math.max(0, 1 - target.exact.length / TELLING_LENGTH)
  const need = likeness < 1 ? Math.max(0.25, brevity) : brevity
  // Too little to cross the threshold, enough to tell long quotes apart that stand twice.
  const score = likeness * (1 - need * (1 - context)) - (1 - context) * 1e-4
  return { ...span, score: Math.max(0, Math.min(1, score)) }
}

/** Before and after: 1 where the text is as it was, 0 where it is another. */
function contextLikeness(text: string, { prefix, suffix }: Target, { start, end }: Span): [number, number] {
  const textBefore = text.slice(Math.max(0, start - prefix.length - SLACK), start)
  const before = sideLikeness(reverse(foldText(prefix)), reverse(foldText(textBefore)))
  const after = sideLikeness(foldText(suffix), foldText(text.slice(end, end + suffix.length + SLACK)))
  return [before, after]
}

/** More is looked at than was kept: marks may have come into the surroundings. */
const SLACK = 16
/** Unrelated text of one language agrees in so many letters by chance. */
const BY_CHANCE = 0.45
/** The word or two beside the quote say much, on both sides enough, where what is beyond was edited. */
const BESIDE = { length: 12, worth: 0.7 }

/** To stand at the edge of the text still is something, but other words may come to stand there. */
const EDGE_WORTH = 0.5

/** Both sides read away from the quote. */
function sideLikeness(kept: string, now: string): number {
  if (kept.trim() === '') return now.trim() === '' ? EDGE_WORTH : 0
  const likeness = (part: string) =>
    Math.max(0, (1 - prefixErrors(now, part) / part.length - BY_CHANCE) / (1 - BY_CHANCE))
  // Near the edge of the text little was kept, and little says little.
  const enough = Math.min(1, kept.trim().length / BESIDE.length)
  return enough * Math.max(likeness(kept), BESIDE.worth * likeness(kept.slice(0, BESIDE.length)))
}

const isWordUnit = (unit: string | undefined): boolean => unit !== undefined && /[\p{L}\p{N}\p{M}\u0640]/u.test(unit)

/** A quote of whole words is found as whole words (مالي not in المالية), and no character is cut. */
function isWhole(text: string, { exact, prefix, suffix }: Target, start: number, end: number): boolean {
  if (partsCharacter(text, start) || partsCharacter(text, end)) return false
  const openBefore = isWordUnit(prefix.at(-1)) || !isWordUnit(exact[0])
  const openAfter = isWordUnit(suffix[0]) || !isWordUnit(exact.at(-1))
  return (openBefore || !isWordUnit(text[start - 1])) && (openAfter || !isWordUnit(text[end]))
}

/** The rough match made into whole words, outwards and inwards: likeness will tell which was meant. */
function wholeWords({ text }: Folded, { start, end }: Span): Span[] {
  let outerStart = start
  let outerEnd = end
  let innerStart = start
  let innerEnd = end
  if (isWordUnit(text[start]) && isWordUnit(text[start - 1])) {
    while (isWordUnit(text[outerStart - 1])) outerStart--
    while (innerStart < end && isWordUnit(text[innerStart])) innerStart++
  }
  if (isWordUnit(text[end - 1]) && isWordUnit(text[end])) {
    while (isWordUnit(text[outerEnd])) outerEnd++
    while (innerEnd > start && isWordUnit(text[innerEnd - 1])) innerEnd--
  }
  while (innerStart < innerEnd && /\s/.test(text[innerStart] as string)) innerStart++
  while (innerEnd > innerStart && /\s/.test(text[innerEnd - 1] as string)) innerEnd--
  const spans = [
    { start: outerStart, end: outerEnd },
    { start: innerStart, end: innerEnd },
    { start: outerStart, end: innerEnd },
    { start: innerStart, end: outerEnd },
  ]
  return spans.filter((s, i) => s.end > s.start && spans.findIndex((o) => o.start === s.start && o.end === s.end) === i)
}
