import { isArabicScript } from '#lib/text/direction.ts'

/** Words that one language has in every sentence, and the other not at all. */
const FRENCH = new Set('le la les des du une dans et est pour qui au aux sur par a ete ont avec'.split(' '))
const ENGLISH = new Set('the of and to in for that is was with on by said has have from at were'.split(' '))

/** The tongue of some folded words, as far as comparing needs it: reports in two tongues share no words. */
export function languageOf(words: readonly string[]): 'ar' | 'fr' | 'en' | 'other' {
  let arabic = 0
  let french = 0
  let english = 0
  for (const word of words) {
    if (isArabicScript(word)) arabic++
    else if (FRENCH.has(word)) french++
    else if (ENGLISH.has(word)) english++
  }
  if (arabic * 2 > words.length) return 'ar'
  if (french === english) return 'other'
  return french > english ? 'fr' : 'en'
}
