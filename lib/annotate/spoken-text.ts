import { fold, type Span } from '#lib/text/fold.ts'
import { type Word, wordSpans } from '#lib/text/words.ts'

/**
 * What of a text is said: its folded words, one space between them. Punctuation, quotation marks, emoji, line breaks and
 * kinds of spaces are not in it, so that a text set otherwise is the same text.
 */
export type SpokenText = {
  text: string
  /** Its words, with their places in `text`. */
  words: Word[]
  /** The span of the original (UTF-16 units, end exclusive) for a span of `text` that is not empty. */
  toOriginal: (span: Span) => Span
  /** The words that a span of the original touches, as indexes into `words`, end exclusive. */
  wordsIn: (span: Span) => Span
}

export function spokenText(original: string): SpokenText {
  const folded = fold(original)
  const inFolded = wordSpans(folded.text)
  const words: Word[] = []
  let at = 0
  for (const { text } of inFolded) {
    words.push({ text, start: at, end: at + text.length })
    at += text.length + 1
  }
  /** Of a place in the spoken text: which word holds it. */
  const wordAt = (place: number): number => firstIndex(words.length, (i) => (words[i] as Word).end > place)
  const toFolded = (place: number): number => {
    const i = wordAt(place)
    const [word, source] = [words[i], inFolded[i]]
    return word && source ? source.start + Math.max(0, place - word.start) : folded.text.length
  }
  // Asked for by every note: worked out once.
  let places: Span[] | undefined
  const wordsIn = ({ start, end }: Span): Span => {
    places ??= inFolded.map((word) => folded.toOriginal(word.start, word.end))
    const found = places
    return {
      start: firstIndex(found.length, (i) => (found[i] as Span).end > start),
      end: firstIndex(found.length, (i) => (found[i] as Span).start >= end),
    }
  }
  return {
    text: words.map((word) => word.text).join(' '),
    words,
    toOriginal: ({ start, end }) => folded.toOriginal(toFolded(start), toFolded(end - 1) + 1),
    wordsIn,
  }
}

/** The first index of which it is true, where it is true of all after it; the length where of none. */
function firstIndex(length: number, isTrue: (i: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isTrue(middle)) high = middle
    else low = middle + 1
  }
  return low
}
