import type { KnownWord, TagVocabulary } from '#lib/tag/compile-vocabulary.ts'
import { type Folded, fold } from '#lib/text/fold.ts'
import { type Word, wordSpans } from '#lib/text/words.ts'

/** A text made ready for matching: folded, cut into words and each looked up, once for all layers. */
export type ReadyText = { original: string; folded: Folded; words: Word[]; known: KnownWord[] }

export function readyText(original: string, vocabulary: TagVocabulary): ReadyText {
  const folded = fold(original)
  const words = wordSpans(folded.text)
  return { original, folded, words, known: words.map((word) => vocabulary.lookUp(word.text)) }
}
