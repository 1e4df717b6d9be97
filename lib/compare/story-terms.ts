import { COMMON_WORDS } from '#lib/compare/common-words.ts'
import { countryNames } from '#lib/compare/country-names.ts'
import { nameKey } from '#lib/compare/name-key.ts'
import { foldText } from '#lib/text/fold.ts'
import { hash32 } from '#lib/text/shingles.ts'
import { stem } from '#lib/text/stem.ts'
import { wordsOf } from '#lib/text/words.ts'

/** Key of a word that says nothing about what a text is about. */
export const NO_TERM = 0

/** The term a folded word counts as in a story: the spelling-tolerant key of its stem, or '' where it says nothing. */
export function storyTerm(word: string): string {
  if (word.length < 2) return ''
  const stemmed = stem(word)
  const key = nameKey(stemmed)
  const term = SHARED_BY_COUNTRIES.has(key) ? stemmed : key
  return STOPS.has(term) || STOPS.has(word) ? '' : term
}

/** {@link storyTerm} as a signed 32-bit number, which is what vectors and rows are made of; NO_TERM for ''. */
export function termKey(word: string): number {
  const term = storyTerm(word)
  return term === '' ? NO_TERM : hash32(term) | 0
}

/** A country is named in so many articles of a region's desk. */
const COUNTRY_SHARE = 0.04
/** From this share on a word is not a term at all. */
const STOP_SHARE = 0.5

/** Keys that would make two countries one: النيجر and نيجيريا, with the adjectives of both, keep their spellings. */
const SHARED_BY_COUNTRIES = sharedByCountries()

function sharedByCountries(): Set<string> {
  const codes = new Map<string, string>()
  const shared = new Set<string>()
  for (const [code, names] of countryNames()) {
    for (const word of names.flatMap((name) => wordsOf(foldText(name)))) {
      const key = nameKey(stem(word))
      if ((codes.get(key) ?? code) !== code) shared.add(key)
      codes.set(key, code)
    }
  }
  return shared
}

const commonWords = COMMON_WORDS.map(({ share, words }) => ({ share, words: wordsOf(foldText(words)) }))

const STOPS = new Set(
  commonWords
    .filter(({ share }) => share >= STOP_SHARE)
    .flatMap(({ words }) => words.flatMap((word) => [word, nameKey(stem(word))])),
)

/** Shares of articles that news words are known to be in, by term key: countries too, which many events share. */
export const PRIOR_SHARES: ReadonlyMap<number, number> = priorShares()

function priorShares(): Map<number, number> {
  const shares = new Map<number, number>()
  const give = (words: string[], share: number) => {
    for (const word of words) {
      const key = termKey(word)
      if (key !== NO_TERM) shares.set(key, Math.max(share, shares.get(key) ?? 0))
    }
  }
  for (const { share, words } of commonWords) give(words, share)
  for (const names of countryNames().values()) for (const name of names) give(wordsOf(foldText(name)), COUNTRY_SHARE)
  return shares
}
