import type { TagVocabulary } from '#lib/tag/compile-vocabulary.ts'
import { findMatches } from '#lib/tag/find-matches.ts'
import { type FoundName, findNames } from '#lib/tag/names/find-names.ts'
import type { NameKind } from '#lib/tag/names/kinds.ts'
import { nameKey, nameWords } from '#lib/tag/names/name-key.ts'
import { wordFacts } from '#lib/tag/names/word-facts.ts'
import { readyText } from '#lib/tag/ready-text.ts'
import type { Span } from '#lib/text/fold.ts'
import { foldedWords } from '#lib/text/words.ts'

/** A name in an article that the vocabulary does not know; its first place counts UTF-16 units of the text. */
export type NewName = Span & {
  key: string
  kind: NameKind
  quote: string
  /** Whether a title or an office stands before it somewhere in the article, or only the rest of the sentence speaks for it. */
  titled: boolean
}

/** Some 1,200 words: whom an article is about is named by then, and a name takes 16 µs a word to be found. */
const LOOKED_AT = 8000
/** Of names found with less, every second is none. */
const SURE = 0.5
const LONGEST = 120

/**
 * The names in an article that are neither an entity's nor a country's, one entry a name. A person's short name is that
 * person's where the article has the long one too. Pure; some 4 ms for an article of 300 words.
 */
export function newNamesIn({ title, text }: { title: string | null; text: string }, vocabulary: TagVocabulary) {
  const before = title ? `${title}\n\n` : ''
  const whole = before + beginningOf(text)
  const found = findNames(whole)
  const ready = readyText(whole, vocabulary)
  const known = [...findMatches(ready, 'entities'), ...findMatches(ready, 'countries')]
  const inFull = [...found.filter(({ kind }) => kind === 'person'), ...known].map(({ quote }) => nameWords(quote))
  const names = new Map<string, NewName>()
  for (const name of found) {
    const key = nameKey(name.quote)
    const isKnown = known.some((match) => match.start <= name.start && match.end >= name.end)
    if (isKnown || !isWorthAsking(name) || isShortFor(name, inFull)) continue
    const titled = name.because.includes('title') || name.because.includes('office')
    const seen = names.get(key)
    if (seen) seen.titled ||= titled
    // The title is no part of the text that is shown with the name; who is in it alone is hardly ever there.
    else if (name.start >= before.length) {
      const [start, end] = [name.start - before.length, name.end - before.length]
      names.set(key, { key, kind: name.kind, quote: name.quote, titled, start, end })
    }
  }
  return [...names.values()]
}

function beginningOf(text: string): string {
  if (text.length <= LOOKED_AT) return text
  const space = text.lastIndexOf(' ', LOOKED_AT)
  return text.slice(0, space > 0 ? space : LOOKED_AT)
}

function isWorthAsking({ kind, quote, score, because }: FoundName): boolean {
  if (score < SURE || quote.length > LONGEST) return false
  const words = foldedWords(quote)
  const [first = ''] = words
  if (first.length < 3 && words.length === 1) return false
  // البرلمان, الوحدات: listed as words for bodies that every country has.
  if (kind === 'organisation') return words.length > 1 || because.some((reason) => reason !== 'listed')
  if (kind === 'place') return true
  // المدير الجهوي: behind a title, a single word with the article is mostly an adjective.
  if (words.length === 1) return !first.startsWith('ال')
  return words.every((word) => !isSmall(word))
}

/** أف أم في الجهة: small words stand in no name but بن and its like. */
function isSmall(word: string): boolean {
  const { small, given } = wordFacts(word)
  return small && given === 0 && !/^(?:ابن|بن|ابنه|بنت)$/.test(word) && word.length > 1
}

/** Whether a person is named in more words elsewhere in the article. */
function isShortFor({ kind, quote }: FoundName, inFull: string[][]): boolean {
  if (kind !== 'person') return false
  const words = nameWords(quote)
  return inFull.some((full) => full.length > words.length && words.every((word) => full.includes(word)))
}
