import { type Folded, fold, foldText, type Span } from '#lib/text/fold.ts'

/** A word of a folded text with its place there (UTF-16 units, end exclusive). */
export type Word = Span & { text: string }

/**
 * Words of a folded text: letters and digits of any script, numbers kept whole (1,400 and 3.5 are one word each).
 * JavaScript's `\b` sees no edge between an Arabic letter and a space, hence no `\b` anywhere in Mirqab.
 */
const WORD = /\d+(?:[.,]\d+)+|[\p{L}\p{N}]+/gu

/** The words of an already folded text, in order. */
export function wordsOf(folded: string): string[] {
  return folded.match(WORD) ?? []
}

/** The words of an already folded text with their places. */
export function wordSpans(folded: string): Word[] {
  const words: Word[] = []
  for (const match of folded.matchAll(WORD))
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length })
  return words
}

/** The folded words of an original text. */
export const foldedWords = (text: string): string[] => wordsOf(foldText(text))

/** The folded words of an original text, each with its place in that original. */
export function originalWords(text: string): { folded: Folded; words: Word[] } {
  const folded = fold(text)
  const words = wordSpans(folded.text).map((w) => ({ text: w.text, ...folded.toOriginal(w.start, w.end) }))
  return { folded, words }
}
