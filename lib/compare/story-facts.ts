import { countryNames } from '#lib/compare/country-names.ts'
import { languageOf } from '#lib/compare/language-of.ts'
import { numbersIn, numberWord } from '#lib/compare/number-words.ts'
import { foldText } from '#lib/text/fold.ts'
import { hash32 } from '#lib/text/shingles.ts'
import { wordsOf } from '#lib/text/words.ts'

/** What an event can be told apart by, read from the headline and the first words: reasons for and against. */
export type StoryFacts = {
  /** ISO 3166 codes of the countries named. */
  places: string[]
  /** Towns of the entity list, by id. */
  towns: string[]
  /** Numbers of dead. */
  deaths: number[]
  /** Monday is 1. */
  weekdays: number[]
  /** Persons named with a title: for each, the keys of the words of the name (lib/compare/lead-actors.ts). */
  actors: number[][]
  /** Tongues in which it is told. */
  languages: string[]
  /** Hashes of headlines long enough to say what happened. */
  headlines: number[]
}

/** The lead says where and how many; what follows may tell of other events. */
const LEAD_WORDS = 60
/** "News in pictures" is over other news every day. */
const HEADLINE_WORDS = 4

const DEATHS = new Set(
  (
    'قتيل قتيلا قتلي قتيلين شهيد شهيدا شهداء ضحيه ضحايا مصرع مقتل قتل مصرعهم حتفهم استشهاد وفاه وفيات ' +
    'killed dead died deaths killing kills fatalities morts mort tues tue deces'
  ).split(' '),
)
const WEEKDAY_NAMES: string[][] = [
  ['اثنين', 'الاثنين', 'monday', 'lundi'],
  ['ثلاثاء', 'الثلاثاء', 'tuesday', 'mardi'],
  ['اربعاء', 'الاربعاء', 'wednesday', 'mercredi'],
  ['خميس', 'الخميس', 'thursday', 'jeudi'],
  ['جمعه', 'الجمعه', 'friday', 'vendredi'],
  ['سبت', 'السبت', 'saturday', 'samedi'],
  ['احد', 'الاحد', 'sunday', 'dimanche'],
]
/** أحد alone is "one of" far more often than Sunday. */
const WEEKDAYS = new Map(WEEKDAY_NAMES.flatMap((names, i) => names.filter((n) => n !== 'احد').map((n) => [n, i + 1])))

/** Reads the facts of a headline and a text, both as folded words. */
export function storyFacts(
  title: readonly string[],
  text: readonly string[],
  { towns, actors }: Pick<StoryFacts, 'towns' | 'actors'> = { towns: [], actors: [] },
): StoryFacts {
  const lead = title.concat(text.slice(0, LEAD_WORDS))
  const places = new Set<string>()
  const deaths = new Set<number>()
  const weekdays = new Set<number>()
  for (let i = 0; i < lead.length; i++) {
    const word = lead[i] as string
    const day = WEEKDAYS.get(word)
    if (day) weekdays.add(day)
    const dead = DEATHS.has(word) ? nearestCount(lead, i) : null
    if (dead !== null) deaths.add(dead)
    const place = placeAt(lead, i)
    if (place) places.add(place)
  }
  return {
    places: [...places],
    towns,
    deaths: [...deaths],
    weekdays: [...weekdays],
    actors,
    languages: [languageOf(lead)],
    headlines: title.length < HEADLINE_WORDS ? [] : [hash32(title.join(' ')) | 0],
  }
}

/** How far a number may stand from "killed"; the nearest counts, for the next is that of the injured. */
const COUNT_REACH = 3
/** A number from here on is a year or a sum. */
const COUNT_LIMIT = 1900

function nearestCount(words: readonly string[], at: number): number | null {
  for (let distance = 1; distance <= COUNT_REACH; distance++) {
    for (const place of [at - distance, at + distance]) {
      const near = numberWord(words[place] ?? '')
      if (near === null) continue
      const count = near.digits > 0 ? near.value : numberAround(words, place)
      if (Number.isInteger(count) && count < COUNT_LIMIT) return count
    }
  }
  return null
}

/** The number that words around this one write together: واحدا وثلاثين is 31. */
function numberAround(words: readonly string[], at: number): number {
  let from = at
  let to = at
  while (from > 0 && numberWord(words[from - 1] as string) !== null) from--
  while (to < words.length - 1 && numberWord(words[to + 1] as string) !== null) to++
  return numbersIn(words.slice(from, to + 1).map(numberWord))[0] ?? Number.NaN
}

type Place = { words: string[]; code: string }

/** Particles that Arabic writes together with a name; as many as there are go. */
const GLUED = /^[وف]?[بل]?(?=..)/
const PARTICLES = ['و', 'ف', 'ب', 'ل', 'وب', 'ول', 'فب', 'فل']

/** Countries by the first word of their names, with and without particles; longer names first. */
const PLACES = placesByWord()

function placesByWord(): Map<string, Place[]> {
  const places = new Map<string, Place[]>()
  for (const [code, names] of countryNames()) {
    for (const name of names) {
      const words = wordsOf(foldText(name)).slice(0, 3)
      const [first] = words
      if (!first || first.length < 3) continue
      const known = places.get(first) ?? []
      known.push({ words, code })
      places.set(
        first,
        known.sort((a, b) => b.words.length - a.words.length),
      )
    }
  }
  for (const [first, named] of [...places])
    for (const particle of PARTICLES) {
      const word = particle + first
      if (!places.has(word) && word.replace(GLUED, '') === first) places.set(word, named)
    }
  return places
}

const placeAt = (words: readonly string[], at: number): string | undefined =>
  PLACES.get(words[at] as string)?.find((place) => place.words.every((part, k) => k === 0 || part === words[at + k]))
    ?.code
