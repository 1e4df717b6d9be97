import { isArabicScript } from '#lib/text/direction.ts'

/** Letters that Arabic papers exchange when they write a foreign g, ch, s, t or z: one of each group stands for all. */
const EXCHANGED: Record<string, string> = { غ: 'ج', ق: 'ج', چ: 'ج', ڤ: 'ف', پ: 'ب', ژ: 'ز', ث: 'ت', ذ: 'د', ظ: 'ض' }
const EXCHANGED_PATTERN = new RegExp(`[${Object.keys(EXCHANGED).join('')}]`, 'g')

/**
 * One key for the spellings of a foreign name in Arabic letters: غرينفيل and جرينفيل, تياني and تشياني, إيكواس and إكواس.
 *
 * Exchanged letters become one, تش becomes ت, long vowels after the first letter go, and doubled letters become one.
 * Where fewer than three consonants would be left, the vowels stay: such a key would join what has nothing in common.
 *
 * @param stem a folded stem; Latin words come back as they are.
 */
export function nameKey(stem: string): string {
  if (stem.length < 4 || !isArabicScript(stem)) return stem
  const exchanged = stem.replaceAll('تش', 'ت').replace(EXCHANGED_PATTERN, (letter) => EXCHANGED[letter] as string)
  const key = exchanged.replace(/(?<=.)[اوي]/g, '').replace(/(.)\1+/g, '$1')
  return key.length >= 3 ? key : exchanged
}
