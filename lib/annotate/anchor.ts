import { errorsBetween } from '#lib/annotate/approximate-search.ts'
import { MovedWords } from '#lib/annotate/moved-words.ts'
import { ownWords } from '#lib/annotate/own-words.ts'
import { cutWords, exactPlaces, nearestPlaces, withEdges } from '#lib/annotate/quote-places.ts'
import { type SpokenText, spokenText } from '#lib/annotate/spoken-text.ts'
import { surroundingsLikeness } from '#lib/annotate/surroundings-likeness.ts'
import type { Target } from '#lib/annotate/target.ts'
import type { Span } from '#lib/text/fold.ts'

/**
 * Finds an annotation again in a text that has changed, in this order:
 *  1. position: the words still stand where they stood, and what is before or after them does too;
 *  2. quote: the same words elsewhere, told apart by what stands around them, then by nearness to the old place;
 *  3. nearest: the closest words, compared as they are said (marks, tatweel, hamza, punctuation and spaces don't count).
 * Where the old text is known, what stands around a place is known word by word, wherever its paragraph has gone, and
 * words that are others' are not taken. Below a score of 0.8 the answer is null: the screen then shows the note,
 * unplaced, with its quotation. A word on its own says little, so the shorter the quote, the more its surroundings must
 * agree: no note lands on other words.
 */
export type Anchor = Span & { score: number; how: 'position' | 'quote' | 'nearest' }

/** Below this, a place is a guess. */
const ACCEPT_FROM = 0.8
/** From so many UTF-16 units on, the words alone tell the place. */
const TELLING_LENGTH = 40

/** Finds one annotation. See {@link anchorsIn}. */
export const anchor = (text: string, target: Target, old?: string): Anchor | null => anchorsIn(text, old)(target)

/**
 * Makes ready to find any number of annotations in a text.
 * @param old the text in which the targets' offsets count, where it is known
 */
export function anchorsIn(text: string, old?: string): (target: Target) => Anchor | null {
  const now = spokenText(text)
  const moved = old === undefined ? null : new MovedWords(spokenText(old), now)
  return (target) => anchorIn({ text, now, moved }, target)
}

type Place = Span & { score: number }
type Changed = { text: string; now: SpokenText; moved: MovedWords | null }

function anchorIn(changed: Changed, target: Target): Anchor | null {
  const { text, moved } = changed
  if (target.exact.trim() === '') return null
  const exact = exactPlaces(text, target).filter((span) => !moved?.isOthers(target, span))
  const stayed = exact.find((span) => span.start === target.start)
  if (stayed && hasSides(text, target)) return { ...stayed, score: 1, how: 'position' }
  const near = moved ? moved.roughly(target.start) : target.start
  const quoted = best(
    exact.map((span) => scored(changed, target, span, 1)),
    near,
  )[0]
  if (quoted && quoted.score >= ACCEPT_FROM) {
    return { ...quoted, how: quoted.start === target.start ? 'position' : 'quote' }
  }
  const places = nearestPlaces(text, changed.now, target, moved?.neighbourhoods(target) ?? [])
    .filter(({ span }) => !moved?.isOthers(target, span))
    .map(({ span, likeness }) => scored(changed, target, span, likeness))
  const said = spokenText(target.exact)
  for (const place of best(places, near)) {
    if (place.score < ACCEPT_FROM) return null
    const own = ofOwnWords(changed, target, place, said)
    if (own && own.score >= ACCEPT_FROM) return { ...own, how: 'nearest' }
  }
  return null
}

/** The place made of the quote's own words only, and scored as such. */
function ofOwnWords(changed: Changed, target: Target, place: Place, said: SpokenText): Place | null {
  const { text, now } = changed
  const at = now.wordsIn(place)
  const cut = cutWords(target)
  const words = said.words.map((word) => word.text)
  if (cut.start) words[0] = cut.start
  if (cut.end) words[words.length - 1] = cut.end
  const own = ownWords(now, at, words)
  if (!own) return null
  if (own.start === at.start && own.end === at.end) return place
  const span = {
    start: now.words[own.start]?.start ?? 0,
    end: now.words[own.end - 1]?.end ?? 0,
  }
  const likeness = 1 - errorsBetween(now.text.slice(span.start, span.end), said.text) / said.text.length
  const edges = withEdges(text, now.toOriginal(span), target.exact)
  return scored(
    changed,
    target,
    { start: own.start === at.start ? place.start : edges.start, end: own.end === at.end ? place.end : edges.end },
    likeness,
  )
}

/** What stood beside the words on one side at least stands there still, unit by unit. */
function hasSides(text: string, { start, end, exact, prefix, suffix }: Target): boolean {
  const before = text.slice(Math.max(0, start - prefix.length), start) === prefix
  const after = text.slice(end, end + suffix.length) === suffix
  return (before && prefix !== '') || (after && suffix !== '') || text === exact
}

/** Best score first; between equals the one nearest to where it should be. */
function best(places: Place[], near: number): Place[] {
  return places.sort((a, b) =>
    Math.abs(a.score - b.score) > 1e-9 ? b.score - a.score : Math.abs(a.start - near) - Math.abs(b.start - near),
  )
}

/**
 * How sure it is that this is the place: likeness of the words, lessened where the surroundings differ. Words that are
 * not quite the same always need their surroundings: two reports of a price differ by a digit.
 */
function scored({ text, moved }: Changed, target: Target, span: Span, likeness: number): Place {
  const [beforeByLetters, afterByLetters] = surroundingsLikeness(text, target, span)
  const [beforeByWords, afterByWords] = moved?.surroundings(target, span) ?? [0, 0]
  const before = Math.max(beforeByLetters, beforeByWords)
  const after = Math.max(afterByLetters, afterByWords)
  // Either side that agrees whole settles it.
  const context = 1 - (1 - before) * (1 - after)
  const brevity = Math.max(0, 1 - target.exact.length / TELLING_LENGTH)
  const need = likeness < 1 ? Math.max(0.25, brevity) : brevity
  // Too little to cross the threshold, enough to tell long quotes apart that stand twice.
  const score = likeness * (1 - need * (1 - context)) - (1 - context) * 1e-4
  return { start: span.start, end: span.end, score: Math.max(0, Math.min(1, score)) }
}
