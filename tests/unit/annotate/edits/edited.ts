import { errorsBetween } from '#lib/annotate/approximate-search.ts'
import { foldText, type Span } from '#lib/text/fold.ts'

/**
 * A text that remembers, letter by letter, what it was made of: edits are made on it, and what became of any span of
 * the old text is then known, not guessed.
 */

/** One code point of a text. `from` is its offset (UTF-16) in the old text; null for what an edit put in. */
export type Letter = { text: string; from: number | null }
export type Paragraph = Letter[]

/** What stands between paragraphs. */
const BREAK = '\n\n'

export const lettersOf = (text: string): Letter[] => [...text].map((c) => ({ text: c, from: null }))

/** The paragraphs of a text, each letter knowing its place. */
export function paragraphsOf(text: string): Paragraph[] {
  let at = 0
  return text.split(BREAK).map((paragraph) => {
    const letters = [...paragraph].map((c) => {
      const letter = { text: c, from: at }
      at += c.length
      return letter
    })
    at += BREAK.length
    return letters
  })
}

export const writtenOut = (paragraphs: readonly Paragraph[]): string =>
  paragraphs.map((paragraph) => paragraph.map((letter) => letter.text).join('')).join(BREAK)

/** What became of a span of the old text. */
type Fate = {
  /** At least two thirds of the letters of the paragraphs that it stood in are still there. */
  paragraphSurvived: boolean
  /** At least four fifths of its letters stand together in the new text, and little else among them. */
  wordsSurvived: boolean
}

/** Letters and digits; a line that stretches a word says nothing. */
const isSaying = (unit: string) => unit !== '\u0640' && /[\p{L}\p{N}]/u.test(unit)
const saying = (text: string): string =>
  foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const likenessOf = (before: string, after: string): number => {
  const [a, b] = [saying(before), saying(after)]
  return 1 - errorsBetween(b, a) / Math.max(a.length, b.length, 1)
}

/** `its words`: seven tenths of what is left of them, and of the place. */
export type Verdict = 'its words' | 'part of them' | 'same words elsewhere' | 'other words'

/** Letters that still stand together, in their order, with at most so many others between them. */
function together(places: readonly Span[], most: number): Span[][] {
  const runs: Span[][] = []
  for (const place of places) {
    const last = runs.at(-1)?.at(-1)
    if (last && place.start >= last.end && place.start - last.end <= most) runs.at(-1)?.push(place)
    else runs.push([place])
  }
  return runs
}
const BESIDE = 3
const WORD = 12
const SENTENCE = 40

/** Old offsets of letters made into their places in the new text. */
export class Fates {
  readonly #placeOf = new Map<number, Span>()
  readonly #old: string
  readonly #new: string

  constructor(old: string, edited: readonly Paragraph[]) {
    this.#old = old
    this.#new = writtenOut(edited)
    let at = 0
    for (const paragraph of edited) {
      for (const { text, from } of paragraph) {
        if (from !== null) this.#placeOf.set(from, { start: at, end: at + text.length })
        at += text.length
      }
      at += BREAK.length
    }
  }

  of(span: Span): Fate {
    const around = this.#kept(this.#paragraphsAround(span))
    const paragraphSurvived = around.places.length / around.all >= 2 / 3
    const { all, places } = this.#kept(span)
    const quote = this.#old.slice(span.start, span.end)
    // Where something was put into the middle of the words, all of them or the longest run may be what is left.
    const wordsSurvived = [BESIDE, WORD, SENTENCE, Number.POSITIVE_INFINITY]
      .map((most) => together(places, most).toSorted((a, b) => b.length - a.length)[0] ?? [])
      .filter((letters) => letters.length / Math.max(1, all) >= 0.8)
      .some((letters) => {
        const stands = this.#new.slice(letters[0]?.start ?? 0, letters.at(-1)?.end ?? 0)
        return likenessOf(quote, stands) >= 0.8
      })
    return { paragraphSurvived, wordsSurvived }
  }

  /** What a note that was given a place there stands on. */
  verdict(span: Span, found: Span): Verdict {
    const { places } = this.#kept(span)
    const own = places.filter((place) => place.start >= found.start && place.end <= found.end).length
    const quote = saying(this.#old.slice(span.start, span.end))
    const words = saying(this.#new.slice(found.start, found.end))
    const share = own / words.replaceAll(' ', '').length
    if (share < 0.5) return ` ${quote} `.includes(` ${words} `) ? 'same words elsewhere' : 'other words'
    // A particle glued to a short word is much of it.
    return own / places.length >= 0.7 && (share >= 0.7 || !words.includes(' ')) ? 'its words' : 'part of them'
  }

  /** How many letters and digits an old span has, and where those that are left stand, in the order of the old text. */
  #kept({ start, end }: Span): { all: number; places: Span[] } {
    const places: Span[] = []
    let all = 0
    for (let i = start; i < end; ) {
      const letter = String.fromCodePoint(this.#old.codePointAt(i) ?? 0)
      if (isSaying(letter)) {
        all++
        const place = this.#placeOf.get(i)
        if (place) places.push(place)
      }
      i += letter.length
    }
    return { all, places }
  }

  #paragraphsAround({ start, end }: Span): Span {
    const before = this.#old.lastIndexOf(BREAK, start)
    const after = this.#old.indexOf(BREAK, end)
    return { start: before < 0 ? 0 : before + BREAK.length, end: after < 0 ? this.#old.length : after }
  }
}
