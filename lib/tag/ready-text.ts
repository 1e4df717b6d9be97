import type { ReadyText } from '#lib/tag/find-matches.ts'
import { fold } from '#lib/text/fold.ts'
import { wordSpans } from '#lib/text/words.ts'

/** Folds a text and cuts it into words, once for all layers. */
export function readyText(original: string): ReadyText {
  const folded = fold(original)
  return { original, folded, words: wordSpans(folded.text) }
}
