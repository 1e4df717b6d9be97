import { foldedWords } from '#lib/text/words.ts'

/** Shorter, what is left of a word is no name without its article: الله, ال ثاني. */
const SHORTEST = 3
const ONE_OF_MANY: Record<string, string> = { ابا: 'ابو', ابي: 'ابو', ابن: 'بن', el: 'al' }

/**
 * The words of a name as all its usual spellings share them: letters folded, no article, أبا and أبي as أبو, and
 * عبدالله in two. Particles before a name (و ب ل) are not told from its letters here: finding names has taken them off.
 */
export function nameWords(name: string): string[] {
  return foldedWords(name).flatMap((word) => {
    if (/^عبدال/.test(word)) return ['عبد', withoutArticle(word.slice(3))]
    return [ONE_OF_MANY[word] ?? withoutArticle(word)]
  })
}

/** One key for a name in its usual spellings; closeness (name-closeness.ts) is for all others. */
export const nameKey = (name: string): string => nameWords(name).join('')

const withoutArticle = (word: string): string =>
  word.startsWith('ال') && word.length - 2 >= SHORTEST ? word.slice(2) : word
