import { comparableText } from '#lib/compare/comparable-text.ts'
import { type Commonness, type SameTextKind, sameText } from '#lib/compare/same-text.ts'
import type { Span } from '#lib/text/fold.ts'
import { originalWords, type Word } from '#lib/text/words.ts'

/** Why two texts are held to be one, as data that a screen turns into sentences. */
export type SameTextEvidence = {
  kind: SameTextKind
  jaccard: number
  containment: number
  /** Passages both have, longest first: their places in either text, and the words as the first text has them. */
  passages: { a: Span; b: Span; words: number; quote: string }[]
  figuresOnlyInA: string[]
  figuresOnlyInB: string[]
}

/** Reads two texts for what makes them one; null where they are two. */
export function sameTextEvidence(a: string, b: string, commonness?: Commonness): SameTextEvidence | null {
  const found = sameText(comparableText(a), comparableText(b), commonness)
  if (found === null) return null
  const wordsOfA = originalWords(a).words
  const wordsOfB = originalWords(b).words
  return {
    kind: found.kind,
    jaccard: found.jaccard,
    containment: found.containment,
    passages: found.passages.map((run) => {
      const inA = spanOf(wordsOfA, run.a, run.words)
      return { a: inA, b: spanOf(wordsOfB, run.b, run.words), words: run.words, quote: a.slice(inA.start, inA.end) }
    }),
    figuresOnlyInA: found.changes.figuresOnlyInA,
    figuresOnlyInB: found.changes.figuresOnlyInB,
  }
}

const spanOf = (words: Word[], first: number, count: number): Span => ({
  start: (words[first] as Word).start,
  end: (words[first + count - 1] as Word).end,
})
