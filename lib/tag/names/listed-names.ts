import type { NameKind } from '#lib/tag/names/kinds.ts'
import { DOUBTFUL_ORGANISATIONS, ORGANISATIONS } from '#lib/tag/names/organisations.ts'
import { DOUBTFUL_PLACES, PLACE_HEADS, PLACE_HEADS_INSIDE, PLACES } from '#lib/tag/names/places.ts'
import { wordForms } from '#lib/tag/word-forms.ts'
import { foldText } from '#lib/text/fold.ts'
import { wordsOf } from '#lib/text/words.ts'
import countries from '#seeds/reference/countries.json' with { type: 'json' }
import entities from '#seeds/reference/entities.json' with { type: 'json' }

/**
 * A phrase of the list that begins with some word: its other words, and the words of it that are the name (all of them,
 * but in «في مالي» and «النيجر ومالي» the one that the others make sure), with the letters of a particle before it.
 */
export type ListedName = { rest: string[]; kind: NameKind; sure: boolean; from: number; to: number; particle: number }

/** Names by their first word, folded, the longest first. */
export type NameList = Map<string, ListedName[]>

const NO_PART = new Set(PLACE_HEADS.filter((head) => !PLACE_HEADS_INSIDE.includes(head)).map(foldText))

const NONE: ReadonlySet<string> = new Set()

/** Puts names into a list, those of `inPhrases` also where a longer phrase of the list makes them sure. A later entry of the same words and kind changes nothing. */
export function addNames(
  list: NameList,
  kind: NameKind,
  names: Iterable<string>,
  doubtful: ReadonlySet<string>,
  inPhrases: ReadonlySet<string> = NONE,
): void {
  for (const name of names) {
    const [first, ...rest] = wordsOf(foldText(name))
    // مدينة نيويورك is named نيويورك: what a word like مدينة says is not part of it.
    if (first === undefined || (kind === 'place' && rest.length > 0 && NO_PART.has(first))) continue
    const words = [first, ...rest]
    const made = rest.length > 0 ? doubtfulPart(words, inPhrases) : undefined
    const part = made ?? { from: 0, to: words.length, particle: 0 }
    const known = list.get(first) ?? []
    if (known.some((other) => other.kind === kind && other.rest.join(' ') === rest.join(' '))) continue
    known.push({ rest, kind, sure: !doubtful.has(foldText(name)), ...part })
    known.sort((a, b) => b.rest.length - a.rest.length)
    list.set(first, known)
  }
}

/** Where in a longer phrase a name stands that is in doubt by itself. */
function doubtfulPart(
  words: string[],
  doubtful: ReadonlySet<string>,
): Omit<ListedName, 'rest' | 'kind' | 'sure'> | undefined {
  for (const [from, word] of words.entries()) {
    const form = wordForms(word).find(({ text, withoutArticle }) => !withoutArticle && doubtful.has(text))
    if (form) return { from, to: from + 1, particle: word.length - form.text.length }
  }
  return undefined
}

/** Names that begin with this folded word, particles in front of it taken off; `particle` is how many letters they are. */
export function namesFrom(list: NameList, word: string): { particle: number; names: ListedName[] }[] {
  return wordForms(word)
    .filter((form) => !form.withoutArticle)
    .flatMap(({ text }) => {
      const names = list.get(text)
      // للأمم is ل + الأمم: nothing that a span could leave out.
      return names ? [{ particle: word.endsWith(text) ? word.length - text.length : 0, names }] : []
    })
}

type Languages = Partial<Record<'ar' | 'fr' | 'en', string[]>>
type Country = Languages & { capital?: Languages; metonyms?: Languages; ambiguous?: string[] }
type Entity = {
  kind: string
  ar?: string | null
  en?: string | null
  fr?: string | null
  aliases?: Languages
  ambiguous?: string[]
}

const allOf = (names: Languages = {}): string[] => [...(names.ar ?? []), ...(names.fr ?? []), ...(names.en ?? [])]
const KINDS: Record<string, NameKind> = { person: 'person', place: 'place', organisation: 'organisation' }

/** The names that Mirqab comes with. */
export function referenceNames(): NameList {
  const list: NameList = new Map()
  const foldedSet = (names: string[]) => new Set(names.map(foldText))
  addNames(list, 'place', PLACES, foldedSet(DOUBTFUL_PLACES))
  addNames(list, 'organisation', ORGANISATIONS, foldedSet(DOUBTFUL_ORGANISATIONS))
  for (const country of Object.values(countries as Record<string, Country>)) {
    const doubtful = foldedSet(country.ambiguous ?? [])
    for (const names of [country, country.capital, country.metonyms])
      addNames(list, 'place', allOf(names), doubtful, doubtful)
  }
  for (const entity of entities as Entity[]) {
    const kind = KINDS[entity.kind]
    const names = [entity.ar, entity.en, entity.fr].filter((name) => typeof name === 'string')
    if (kind) addNames(list, kind, [...names, ...allOf(entity.aliases)], foldedSet(entity.ambiguous ?? []))
  }
  return list
}
