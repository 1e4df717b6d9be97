import type { KnownWord, TagVocabulary } from '#lib/tag/compile-vocabulary.ts'
import { type Analysed, analysed } from '#lib/text/analysed.ts'

/** A text made ready for matching: folded, cut into words and each looked up, once for all layers. */
export type ReadyText = Analysed & { original: string; known: KnownWord[] }

export function readyText(original: string, vocabulary: TagVocabulary): ReadyText {
  const text = analysed(original)
  return { original, ...text, known: vocabulary.words.of(text.tokens) }
}

/** The word at a place among the text's words. */
export const wordAt = ({ tokens: { lexicon, ids } }: Analysed, at: number): string =>
  lexicon.words[ids[at] as number] as string

/** Where the word at a place begins in the folded text, and where it ends. */
export const startOf = ({ tokens }: Analysed, at: number): number => tokens.starts[at] as number
export const endOf = (text: Analysed, at: number): number => startOf(text, at) + wordAt(text, at).length
