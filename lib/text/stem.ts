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
  const known = remembered.get(word)
  if (known !== undefined) return known
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  const found = stemOf(word, undefined)
  remembered.set(word, found)
  return found
}

/** Words of news repeat: most are stemmed once a process, and memory stays bounded. */
const MOST_REMEMBERED = 200_000
const remembered = new Map<string, string>()

function stemOf(word: string, seen: SeenWord | undefined): string {
  if (word.length < 3 || (word >= '0' && word < ':')) return word
  return isArabicScript(word) ? withoutSuffixes(withoutPrefix(word, seen)) : stemLatin(word)
}

const ARTICLES = ['وبال', 'وكال', 'فبال', 'وال', 'فال', 'بال', 'كال', 'ولل', 'فلل', 'لل', 'ال']
const MAY_BE_ARTICLE = 'اوفبكل'
const ENDINGS = ['هما', 'ها', 'هم', 'هن', 'نا', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي']
/** Names that an ending's loss would make another common word: مالي is a country, مال is money. */
const WHOLE = new Set(['مالي'])
/** Words that one half of the press writes with a hamza on ي, the other on و: مسئول and مسؤول, شئون and شؤون. */
const HAMZA_CARRIERS: Record<string, string> = { مسيول: 'مسوول', شيون: 'شوون' }
const LONE = /^[وفبلك]/

/** A folded Arabic word without article and particles, by the rules 1 and 2 of {@link stem}. */
export function withoutPrefix(word: string, seen?: SeenWord): string {
  // للبنان is ل + لبنان, للبلد is ل + البلد: only evidence tells.
  const toName = seen && /^[وف]?لل/.test(word) ? word.slice(word.indexOf('ل') + 1) : null
  if (toName && seen?.(toName) && !seen(`ا${toName}`)) return toName
  const article = MAY_BE_ARTICLE.includes(word[0] as string)
    ? ARTICLES.find((a) => word.startsWith(a) && word.length - a.length >= 2)
    : undefined
  if (article) return word.slice(article.length)
  return LONE.test(word) && word.length >= 4 ? withoutParticle(word, seen) : word
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

/** Dual and plural are also how لبنان, قانون and تعاون end: they leave four letters, the other endings three. */
const leastAfter = (ending: string): number => (ending === 'ان' || ending === 'ون' ? 4 : 3)

function withoutSuffixes(word: string): string {
  if (WHOLE.has(word)) return word
  let stem = word
  const accusative = stem.endsWith('ا') && !/(?:ها|هما|نا)$/.test(stem)
  if (accusative && stem.length >= 4) stem = stem.slice(0, -1)
  // Endings stand behind each other (سودانيين is سودان): as long as one goes, another may.
  for (let before = ''; before !== stem; ) {
    before = stem
    for (const ending of ENDINGS) {
      if (stem.endsWith(ending) && stem.length - ending.length >= leastAfter(ending))
        stem = stem.slice(0, -ending.length)
    }
  }
  return HAMZA_CARRIERS[stem] ?? stem
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
