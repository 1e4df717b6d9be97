import { isArabicScript } from '#lib/text/direction.ts'

/**
 * A light stem of a folded word: what is left when the article, glued particles and the common endings are gone.
 *
 * Arabic: light10 (Larkey, Ballesteros & Connell 2002) on folded letters, with ولل and the particles before ال
 * added and no lone ب ل ك ف stripped: without a dictionary that breaks more words (بلد, كتب, فرق) than it joins.
 * A lone و is stripped as light10 does. French and English: plural and a few verb endings only.
 */
export function stem(word: string): string {
  if (word.length < 3 || /^\d/.test(word)) return word
  return isArabicScript(word) ? stemArabic(word) : stemLatin(word)
}

const ARABIC_PREFIXES = ['وبال', 'وكال', 'فبال', 'وال', 'فال', 'بال', 'كال', 'ولل', 'فلل', 'لل', 'ال']
const ARABIC_SUFFIXES = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي']

function stemArabic(word: string): string {
  let stem = word
  const prefix = ARABIC_PREFIXES.find((p) => word.startsWith(p) && word.length - p.length >= 2)
  if (prefix) stem = word.slice(prefix.length)
  else if (word.startsWith('و') && word.length >= 4) stem = word.slice(1)
  for (const suffix of ARABIC_SUFFIXES) {
    if (stem.endsWith(suffix) && stem.length - suffix.length >= 2) stem = stem.slice(0, -suffix.length)
  }
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
