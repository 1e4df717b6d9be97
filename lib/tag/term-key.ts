import { isArabicScript } from '#lib/text/direction.ts'
import { stem, withoutPrefix } from '#lib/text/stem.ts'

/**
 * What a word of a topic's term is matched by: number, gender, case and pronouns go, the adjective stays an adjective,
 * for انتحار (suicide) is no انتحاري (suicide bomber) and دور (role) no دوري (league). Search joins these; a tag may not.
 */
export function termKey(word: string): string {
  if (word.length < 4 || !isArabicScript(word)) return stem(word)
  let key = withoutPrefix(word)
  if (key.endsWith('ا') && !/(?:ها|هما|نا)$/.test(key) && key.length >= 4) key = key.slice(0, -1)
  for (const ending of PRONOUNS) key = without(key, ending, 3)
  for (const [ending, left] of ADJECTIVES) {
    if (key.endsWith(ending) && key.length - ending.length >= 3) return key.slice(0, -ending.length) + left
  }
  for (const ending of NUMBERS) key = without(key, ending, ending === 'ان' || ending === 'ون' ? 4 : 3)
  return key
}

const PRONOUNS = ['هما', 'ها', 'هم', 'هن', 'نا']
const ADJECTIVES = [
  ['يات', 'ي'],
  ['يون', 'ي'],
  ['يين', 'ي'],
  ['يه', 'ي'],
] as const
const NUMBERS = ['ات', 'ون', 'ين', 'ان', 'ه']

const without = (word: string, ending: string, least: number): string =>
  word.endsWith(ending) && word.length - ending.length >= least ? word.slice(0, -ending.length) : word
