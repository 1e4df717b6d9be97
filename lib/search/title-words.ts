import { withoutPrefix } from '#lib/text/stem.ts'
import { originalWords } from '#lib/text/words.ts'

/** A word of a headline, folded and as it was written, with what it is found by when it is spelt nearly so. */
export type TitleWord = { word: string; written: string; trigrams: string[] }

const SHORTEST = 3
const LONGEST = 40

/** The words of headlines, each once; numbers are not spelt, and of shorter words every other one is a neighbour. Pure. */
export function titleWords(titles: Iterable<string>): TitleWord[] {
  const found = new Map<string, string>()
  for (const title of titles) {
    for (const { text, start, end } of originalWords(title).words)
      if (isSpelt(text) && !found.has(text)) found.set(text, title.slice(start, end))
  }
  return [...found].map(([word, written]) => ({ word, written, trigrams: letterTrigrams(word) }))
}

/** Whether a folded word can be misspelt and still be known. Pure. */
export const isSpelt = (word: string): boolean =>
  word.length >= SHORTEST && word.length <= LONGEST && /^\p{L}+$/u.test(word)

/**
 * Three letters of a folded word after each other, its edges counting as one; without «ال», which too many words share.
 * Pure: PostgreSQL's own trigrams (pg_trgm) see no Arabic letters where the database's LC_CTYPE is C, as ours is.
 */
export function letterTrigrams(word: string): string[] {
  const edged = ` ${withoutPrefix(word)} `
  return [...new Set(Array.from({ length: edged.length - 2 }, (_, i) => edged.slice(i, i + 3)))]
}
