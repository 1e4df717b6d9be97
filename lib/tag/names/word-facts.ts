import { DEMONYMS } from '#lib/tag/names/demonyms.ts'
import { isOrdinaryWord } from '#lib/tag/names/ordinary-word.ts'
import {
  DOUBTFUL_FAMILY_NAMES,
  DOUBTFUL_GIVEN_NAMES,
  FAMILY_NAMES,
  FOREIGN_GIVEN_NAMES,
  GIVEN_NAMES,
} from '#lib/tag/names/person-names.ts'
import { PLACE_HEADS } from '#lib/tag/names/places.ts'
import { FUNCTION_WORDS, HONORIFICS, MODIFIERS, OFFICES, SPEECH_VERBS, TITLES } from '#lib/tag/names/titles.ts'
import { wordForms } from '#lib/tag/word-forms.ts'
import { foldText } from '#lib/text/fold.ts'

/** What is known of one folded word by itself. */
export type WordFacts = {
  /** 1 where it is hardly anything else, less where it is in doubt, 0 where it is none. */
  given: number
  family: number
  /** Letters in front that are a particle and no part of the name: و, ب, ل … */
  particle: number
  title: boolean
  honorific: boolean
  office: boolean
  modifier: boolean
  speech: boolean
  small: boolean
  demonym: boolean
  placeHead: boolean
  /** Explained by a root of Arabic, or a word of every day. */
  ordinary: boolean
  article: boolean
}

const folded = (words: string[]): Set<string> => new Set(words.map(foldText))

const given = folded([...GIVEN_NAMES, ...FOREIGN_GIVEN_NAMES])
const doubtfulGiven = folded(DOUBTFUL_GIVEN_NAMES)
const family = folded(FAMILY_NAMES)
const doubtfulFamily = folded(DOUBTFUL_FAMILY_NAMES)
const titles = folded(TITLES)
const honorifics = folded(HONORIFICS)
const offices = folded(OFFICES)
const modifiers = folded(MODIFIERS)
const speech = folded(SPEECH_VERBS)
const small = folded(FUNCTION_WORDS)
const placeHeads = folded(PLACE_HEADS)
const demonyms = folded(DEMONYMS)

const MOST_REMEMBERED = 100_000
const remembered = new Map<string, WordFacts>()

/** What is known of a folded word, with or without particles in front. */
export function wordFacts(word: string): WordFacts {
  const known = remembered.get(word)
  if (known) return known
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  const fresh = workOut(word)
  remembered.set(word, fresh)
  return fresh
}

function workOut(word: string): WordFacts {
  const forms = wordForms(word)
  const whole = forms.filter((form) => !form.withoutArticle).map((form) => form.text)
  const has = (set: Set<string>) => set.has(word) || whole.some((form) => form.length > 3 && set.has(form))
  const isSmall = word.length < 2 || small.has(word) || (/^[وفبلك]/.test(word) && small.has(word.slice(1)))
  const ordinary = isOrdinaryWord(word)
  const name = whole.find(
    (form) => given.has(form) || family.has(form) || doubtfulGiven.has(form) || doubtfulFamily.has(form),
  )
  const strength = (set: Set<string>, doubtful: Set<string>) =>
    !name || !(set.has(name) || doubtful.has(name))
      ? 0
      : doubtful.has(name) || isSmall
        ? 0.4
        : name === word
          ? 1
          : name.length > 3 && (!ordinary || word === `و${name}`)
            ? 0.9
            : 0.2
  return {
    given: strength(given, doubtfulGiven),
    family: strength(family, doubtfulFamily),
    particle: name ? word.length - name.length : 0,
    title: has(titles),
    honorific: has(honorifics),
    office: has(offices),
    modifier: modifiers.has(word),
    speech: speech.has(word) || (/^[وف]/.test(word) && speech.has(word.slice(1))),
    small: isSmall,
    demonym: forms.some((form) => demonyms.has(form.text)),
    placeHead: has(placeHeads),
    ordinary,
    article: /^[وف]?[بكل]?ال/.test(word) || /^[وف]?لل/.test(word),
  }
}
