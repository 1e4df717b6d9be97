import { COMMON_WORDS } from '#lib/compare/common-words.ts'
import { foldText } from '#lib/text/fold.ts'
import { wordsOf } from '#lib/text/words.ts'

/** Réunion is a country's name, réunion a word of the trade. */
const COMMON = new Set(COMMON_WORDS.flatMap(({ words }) => wordsOf(foldText(words))))

const LANGUAGES = ['ar', 'en', 'fr']

/** Names of all countries in Arabic, English and French by ISO 3166 code, as the runtime's own CLDR has them. */
export function countryNames(): Map<string, string[]> {
  const displays = LANGUAGES.map((language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }))
  const names = new Map<string, string[]>()
  for (let first = 65; first <= 90; first++) {
    for (let second = 65; second <= 90; second++) {
      const code = String.fromCharCode(first, second)
      if (NOT_COUNTRIES.has(code) || isFormer(code)) continue
      const known = displays.flatMap((display) => display.of(code) ?? []).filter((name) => !COMMON.has(foldText(name)))
      if (known.length > 0) names.set(code, known)
    }
  }
  return names
}

/** Codes that name a union, a zone or nothing: EU, the eurozone, the United Nations, pseudo-locales, unknown. */
const NOT_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'XA', 'XB', 'ZZ', 'QO'])

/** Codes that gave way to another, under which the country stands already: Upper Volta's for Burkina Faso. */
const isFormer = (code: string): boolean => Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`
