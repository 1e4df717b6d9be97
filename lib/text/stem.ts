import { isArabicScript } from '#lib/text/direction.ts'
import { isRadicalWaw } from '#lib/text/radical-waw.ts'

/** Says whether an archive (or a vocabulary) has seen this folded word standing alone. */
export type SeenWord = (word: string) => boolean

/**
 * A light stem of a folded word: what is left when the article, glued particles and the common endings are gone.
 *
 * Arabic starts from light10 (Larkey, Ballesteros & Connell 2002) on folded letters, and differs where that was
 * measured to find more (XQuAD-ar, first hit right: light10 .888, this .894 without and .903 with evidence):
 *  1. the article goes with all that can stand before it (وبال, فلل …);
 *  2. a lone و ف ب ل ك goes only with evidence: the rest was seen as a word, and the whole not with the article, which
 *     only a noun takes whose first letter is its own (الوزير, البلد). Without evidence only و goes, and only where no
 *     root known to begin with و explains it (وزير, وكالة);
 *  3. the accusative ا goes before the endings, so that قرارا is قرار and روسيا meets روسي;
 *  4. endings go one after the other, and leave at least three letters, ان and ون four (لبنان, لبناني, اللبنانيين).
 * French and English: plural and a few verb endings only.
 */
export function stem(word: string, seen?: SeenWord): string {
  if (seen) return stemOf(word, seen)
  const place = placeOf(word)
  if (words[place] === word) return stems[place] as string
  words[place] = word
  return (stems[place] = stemOf(word, undefined))
}

/** The commonest words of news are half of it: the last word of each of so many places is remembered with its stem. */
const PLACES = 1 << 13
const words = new Array<string>(PLACES).fill('')
const stems = new Array<string>(PLACES).fill('')

function placeOf(word: string): number {
  const { length } = word
  let h = length
  for (let i = 0; i < length; i++) h = Math.imul(h, 31) + word.charCodeAt(i)
  return (h ^ (h >>> 13)) & (PLACES - 1)
}

function stemOf(word: string, seen: SeenWord | undefined): string {
  if (word.length < 3 || (word >= '0' && word < ':')) return word
  return isArabicScript(word) ? withoutSuffixes(withoutPrefix(word, seen)) : stemLatin(word)
}

const ARTICLES = ['وبال', 'وكال', 'فبال', 'وال', 'فال', 'بال', 'كال', 'ولل', 'فلل', 'لل', 'ال']
const MAY_BE_ARTICLE = 'اوفبكل'
/** Dual and plural are also how لبنان, قانون and تعاون end: they leave four letters, the other endings three. */
const ENDINGS = ['هما', 'ها', 'هم', 'هن', 'نا', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'].map((ending) => ({
  ending,
  last: ending.charCodeAt(ending.length - 1),
  least: ending.length + (ending === 'ان' || ending === 'ون' ? 4 : 3),
}))
/** A name that an ending's loss would make another common word: مالي is a country, مال is money. */
const WHOLE = 'مالي'
/** Words that one half of the press writes with a hamza on ي, the other on و: مسئول and مسؤول, شئون and شؤون. */
const HAMZA_CARRIERS = [
  ['مسيول', 'مسوول'],
  ['شيون', 'شوون'],
] as const
const LONE = 'وفبلك'
const LAM = 'ل'.charCodeAt(0)
const ALEF = 'ا'.charCodeAt(0)

/** A folded Arabic word without article and particles, by the rules 1 and 2 of {@link stem}. */
export function withoutPrefix(word: string, seen?: SeenWord): string {
  // للبنان is ل + لبنان, للبلد is ل + البلد: only evidence tells.
  const toName = seen && /^[وف]?لل/.test(word) ? word.slice(word.indexOf('ل') + 1) : null
  if (toName && seen?.(toName) && !seen(`ا${toName}`)) return toName
  const article = lengthOfArticle(word)
  if (article > 0) return word.slice(article)
  return word.length >= 4 && LONE.includes(word[0] as string) ? withoutParticle(word, seen) : word
}

function lengthOfArticle(word: string): number {
  // Every article ends in ل, which most words have not there.
  if (word.charCodeAt(1) !== LAM && word.charCodeAt(2) !== LAM && word.charCodeAt(3) !== LAM) return 0
  if (!MAY_BE_ARTICLE.includes(word[0] as string)) return 0
  for (const article of ARTICLES)
    if (word.startsWith(article) && word.length - article.length >= 2) return article.length
  return 0
}

function withoutParticle(word: string, seen: SeenWord | undefined): string {
  const rest = word.slice(1)
  if (seen?.(`ال${word}`)) return word
  if (seen) {
    // After "and" there may be another: ولتركيا.
    const further = /^[وف][بكل]/.test(word) && rest.length >= 4 ? withoutParticle(rest, seen) : rest
    if (further !== rest || seen(rest)) return further
  }
  return word.startsWith('و') && !isRadicalWaw(word) ? rest : word
}

function withoutSuffixes(word: string): string {
  if (word === WHOLE) return word
  let length = word.length
  const accusative = word.charCodeAt(length - 1) === ALEF && !/(?:ها|هما|نا)$/.test(word)
  if (accusative && length >= 4) length--
  // Endings stand behind each other (سودانيين is سودان): as long as one goes, another may.
  for (let before = 0; before !== length; ) {
    before = length
    for (const { ending, last, least } of ENDINGS) {
      if (word.charCodeAt(length - 1) === last && length >= least && word.endsWith(ending, length))
        length -= ending.length
    }
  }
  const stem = word.slice(0, length)
  for (const [onYeh, onWaw] of HAMZA_CARRIERS) if (stem === onYeh) return onWaw
  return stem
}

function stemLatin(word: string): string {
  if (word.length > 5 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.length > 4 && word.endsWith('aux')) return `${word.slice(0, -3)}al`
  if (word.length > 5 && word.endsWith('ing')) return word.slice(0, -3)
  if (word.length > 4 && word.endsWith('ed')) return word.slice(0, -2)
  if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1)
  if (word.length > 4 && word.endsWith('e')) return word.slice(0, -1)
  return word
}
