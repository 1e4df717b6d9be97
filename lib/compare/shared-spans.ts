import { comparableText } from '#lib/compare/comparable-text.ts'
import { type Passage, sharedPassages } from '#lib/compare/shared-passages.ts'
import type { Span } from '#lib/text/fold.ts'
import { originalWords, type Word } from '#lib/text/words.ts'

/** A passage that two texts have: its place in either, how many words it is, and the words as the first text has them. */
export type SharedSpan = { a: Span; b: Span; words: number; quote: string }

/** The places of passages in the texts that they are of. */
export function passageSpans(a: string, b: string, passages: readonly Passage[]): SharedSpan[] {
  const wordsOfA = originalWords(a).words
  const wordsOfB = originalWords(b).words
  return passages.map((run) => {
    const inA = spanOf(wordsOfA, run.a, run.words)
    return { a: inA, b: spanOf(wordsOfB, run.b, run.words), words: run.words, quote: a.slice(inA.start, inA.end) }
  })
}

/** The longest passages that two texts share, whatever else they are to each other. */
export const sharedSpans = (a: string, b: string, limit: number): SharedSpan[] =>
  passageSpans(a, b, sharedPassages(comparableText(a).words, comparableText(b).words, limit))

const spanOf = (words: Word[], first: number, count: number): Span => ({
  start: (words[first] as Word).start,
  end: (words[first + count - 1] as Word).end,
})
