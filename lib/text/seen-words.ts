import type { SeenWord } from '#lib/text/stem.ts'
import { foldedWords } from '#lib/text/words.ts'

/**
 * Evidence for taking particles off (see `stem`): the words of an archive, or of a vocabulary's names and terms. What is
 * indexed with one evidence should be searched with the same or more of it.
 */
export function seenWords(texts: Iterable<string>): SeenWord {
  const words = new Set<string>()
  for (const text of texts) for (const word of foldedWords(text)) words.add(word)
  return (word) => words.has(word)
}
