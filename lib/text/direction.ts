/** Languages of Mirqab that are written from right to left (ISO 639-1, and ckb for Sorani). */
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'ur', 'he', 'ckb', 'ps', 'sd', 'ug', 'yi', 'dv'])

/** The direction of a text in this language; `auto` where the language is not known. */
export function directionOf(language: string | null | undefined): 'rtl' | 'ltr' | 'auto' {
  if (!language || language === 'und') return 'auto'
  return RIGHT_TO_LEFT.has(language.slice(0, 3)) || RIGHT_TO_LEFT.has(language.slice(0, 2)) ? 'rtl' : 'ltr'
}

/** True where the word contains a letter of the Arabic script. */
export const isArabicScript = (text: string): boolean => {
  const first = text.charCodeAt(0)
  // The commonest letters need no pattern.
  return (first >= 0x620 && first <= 0x63f) || (first >= 0x641 && first <= 0x64a) || /\p{Script=Arabic}/u.test(text)
}
