import { decodeModel } from '#lib/tag/learn/codec.ts'
import { ModelIndex } from '#lib/tag/learn/model.ts'
import { termKey } from '#lib/tag/term-key.ts'
import { type Entry, insert, newNode, type TrieNode } from '#lib/tag/trie.ts'
import type { CountryRow, EntityRow, LearnedRow, Subject, TopicRow, VocabularyRows } from '#lib/tag/vocabulary-rows.ts'
import { type WordForm, wordForms } from '#lib/tag/word-forms.ts'
import { foldText } from '#lib/text/fold.ts'
import { WordMemo } from '#lib/text/lexicon.ts'
import { foldedWords, wordsOf } from '#lib/text/words.ts'

/**
 * What to match with. Countries, entities and topics are layers of their own: the longest match wins within a layer, so
 * that جنوب السودان is not السودان, and an entity's name may still name its country.
 */
export type TagVocabulary = { words: WordMemo<KnownWord>; learned: ModelIndex | null }

export type Layer = 'countries' | 'entities' | 'topics'

/** What a folded word can begin in each layer, and the key by which terms go on (names go on by the word itself). */
export type KnownWord = Record<Layer, Start[]> & { termKey: string }
export type Start = { node: TrieNode; withoutArticle: boolean }

/** How much a mention says that the article is about the country. */
const WEIGHTS: Record<'name' | 'capital' | 'metonym' | 'demonym', number> = {
  name: 1,
  capital: 0.8,
  metonym: 0.7,
  demonym: 0.7,
}

/** Builds the tries once; use the result for many articles (it remembers the words it has seen). */
export function compileVocabulary(rows: VocabularyRows): TagVocabulary {
  const countries = newNode()
  for (const row of rows.countries) addCountry(countries, row)
  const entities = newNode()
  for (const row of rows.entities) addEntity(entities, row)
  const topics = newNode()
  for (const row of rows.topics) addTopic(topics, row)
  const starts = (root: TrieNode, forms: WordForm[]): Start[] => {
    const found: Start[] = []
    for (const form of forms) {
      const node = root.next.get(form.text)
      if (node && !found.some((s) => s.node === node)) found.push({ node, withoutArticle: form.withoutArticle })
    }
    return found.length > 0 ? found : NO_START
  }
  // A vocabulary of labels names nobody: what a name would begin with need not be worked out.
  const namesAny = countries.next.size + entities.next.size > 0
  const words = new WordMemo((word): KnownWord => {
    const forms = namesAny ? wordForms(word) : []
    return {
      termKey: termKey(word),
      countries: starts(countries, forms),
      entities: starts(entities, forms),
      topics: starts(topics, termForms(word)),
    }
  })
  return { words, learned: learnedOf(rows.learned) }
}

/** A model of another format is as good as none until it is learnt again. */
function learnedOf(row: LearnedRow | null | undefined): ModelIndex | null {
  const model = row ? decodeModel(row.bytes) : null
  return model && new ModelIndex(model, row?.retired)
}

function addCountry(root: TrieNode, row: CountryRow): void {
  const subject: Subject = { kind: 'country', id: row.id }
  const ambiguous = foldedSet(row.ambiguous)
  addNames(root, subject, row.names, 'name', ambiguous)
  addNames(root, subject, row.capitals ?? [], 'capital', ambiguous)
  addNames(root, subject, row.metonyms ?? [], 'metonym', ambiguous)
  addNames(root, subject, row.demonyms ?? [], 'demonym', ambiguous)
  addExceptions(root, row.except)
}

function addEntity(root: TrieNode, row: EntityRow): void {
  const subject: Subject = { kind: 'entity', id: row.id }
  const names = [...row.names, ...(row.aliases ?? [])]
  addNames(root, subject, names, 'name', foldedSet(row.ambiguous), row.within)
  addExceptions(root, row.except)
}

function addNames(
  root: TrieNode,
  subject: Subject,
  names: string[],
  role: keyof typeof WEIGHTS,
  ambiguous: Set<string>,
  within?: string | null,
) {
  for (const name of names) {
    const words = foldedWords(name)
    if (words.length === 0) continue
    const isAmbiguous = ambiguous.has(words.join(' '))
    const sure = isAmbiguous ? null : ambiguousPart(words, ambiguous)
    const [from, to] = sure ?? [0, words.length]
    const capitals = role === 'demonym' ? null : capitalsOf(name)
    insert(root, words, {
      subject,
      role,
      weight: WEIGHTS[role],
      ambiguous: isAmbiguous,
      capitals,
      from,
      to,
      phrase: name,
      ...(within ? { within } : {}),
    })
  }
}

function addExceptions(root: TrieNode, phrases: string[] = [], key = (word: string) => word): void {
  for (const phrase of phrases) {
    const words = foldedWords(phrase).map(key)
    if (words.length === 0) continue
    insert(root, words, { ...NOTHING, from: 0, to: words.length, phrase })
  }
}

const NOTHING = {
  subject: null,
  role: 'except',
  weight: 0,
  ambiguous: false,
  capitals: null,
} as const satisfies Partial<Entry>

function addTopic(root: TrieNode, row: TopicRow): void {
  const subject: Subject = { kind: 'topic', id: row.id }
  for (const term of row.terms) {
    const words = foldedWords(term.text).map(termKey)
    if (words.length === 0) continue
    const entry: Entry = {
      subject,
      role: 'term',
      weight: term.weight,
      ambiguous: false,
      capitals: null,
      from: 0,
      to: words.length,
      phrase: term.text,
    }
    insert(root, words, entry)
  }
  addExceptions(root, row.except, termKey)
}

/** Place of an ambiguous name within a longer, sure one: «النيجر ومالي» makes مالي sure and leaves النيجر to itself. */
function ambiguousPart(words: string[], ambiguous: Set<string>): [number, number] | null {
  for (let i = 0; words.length > 1 && i < words.length; i++) {
    if (wordForms(words[i] as string).some((form) => !form.withoutArticle && ambiguous.has(form.text)))
      return [i, i + 1]
  }
  return null
}

/** Only what begins with a Latin capital asks for capitals: «al-Qaida» and «général Tiani» do not. */
function capitalsOf(name: string): Entry['capitals'] {
  const letters = name.match(/\p{Script=Latin}/gu) ?? []
  if (!/\p{Lu}/u.test(letters[0] ?? '')) return null
  return letters.length <= 5 && letters.every((l) => l === l.toUpperCase()) ? 'all' : 'first'
}

const foldedSet = (names: string[] = []): Set<string> => new Set(names.map((name) => wordsOf(foldText(name)).join(' ')))

/** A term may take any clitics; four letters must be left after a lone one, or فكرة would be كرة. */
const termForms = (word: string): WordForm[] => [
  { text: termKey(word), withoutArticle: false },
  ...wordForms(word)
    .filter((form) => form.text !== word && form.text.length >= 4)
    .map((form) => ({ text: termKey(form.text), withoutArticle: false })),
]

const NO_START: Start[] = []
