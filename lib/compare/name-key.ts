import { isArabicScript } from '#lib/text/direction.ts'

/** Letters that Arabic papers exchange when they write a foreign g, ch, s, t or z: one of each group stands for all. */
const EXCHANGED: Record<string, string> = { غ: 'ج', ق: 'ج', چ: 'ج', ڤ: 'ف', پ: 'ب', ژ: 'ز', ث: 'ت', ذ: 'د', ظ: 'ض' }
const EXCHANGED_CODES = new Map(
  Object.entries(EXCHANGED).map(([letter, one]) => [letter.charCodeAt(0), one.charCodeAt(0)]),
)
const codeOf = (letter: string): number => letter.charCodeAt(0)
const [TEH, SHEEN, ALEF, WAW, YEH] = [codeOf('ت'), codeOf('ش'), codeOf('ا'), codeOf('و'), codeOf('ي')]

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
  let exchanged = ''
  let key = ''
  let before = 0
  for (let i = 0; i < stem.length; i++) {
    const written = stem.charCodeAt(i)
    const code = EXCHANGED_CODES.get(written) ?? written
    const letter = String.fromCharCode(code)
    exchanged += letter
    const isVowel = key !== '' && (code === ALEF || code === WAW || code === YEH)
    if (!isVowel && code !== before) key += letter
    if (!isVowel) before = code
    if (written === TEH && stem.charCodeAt(i + 1) === SHEEN) i++
  }
  return key.length >= 3 ? key : exchanged
}
