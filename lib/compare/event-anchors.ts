import { COMMON_WORDS } from '#lib/compare/common-words.ts'
import { countryNames } from '#lib/compare/country-names.ts'
import { type EntityName, entityNames, longestName } from '#lib/compare/entity-names.ts'
import { thingKey } from '#lib/compare/event-words.ts'
import { KeyNotes } from '#lib/compare/key-notes.ts'
import { isTitle } from '#lib/compare/lead-actors.ts'
import { type NumberWord, numbersIn, numberWord } from '#lib/compare/number-words.ts'
import { skeletonOf } from '#lib/compare/skeleton.ts'
import { isArabicScript } from '#lib/text/direction.ts'
import { foldText } from '#lib/text/fold.ts'
import { hash32, mix32 } from '#lib/text/shingles.ts'
import { stem, withoutPrefix } from '#lib/text/stem.ts'
import { wordsOf } from '#lib/text/words.ts'

/**
 * What a report says in any language and spelling: names by their consonants, numbers, countries, things. Keys
 * ascending; `sure` is how sure it is that the key means what it stands for (an Arabic word may be a name, a capitalised
 * French one is), up to 1 for a word and more for a name of two.
 */
export type EventAnchors = { keys: Int32Array; sure: Float32Array }

/** Keys say by their two last bits what they are: names of two words are too many to be counted, and each is rare. */
const PAIR_BIT = 1
const NUMBER_BIT = 2
const keyOf = (text: string, bit = 0): number => (hash32(text) & ~3) | bit
const pairKey = (first: number, second: number): number => (mix32(Math.imul(first, 31) + second) & ~3) | PAIR_BIT
export const isPairKey = (key: number): boolean => (key & PAIR_BIT) !== 0
export const isNumberKey = (key: number): boolean => (key & NUMBER_BIT) !== 0

/** What a folded word is to {@link eventAnchors}; worked out once for each word of an archive. */
export type AnchorWord = {
  word: string
  /** Key of the thing that it names, and of the country; 0 for none. */
  thing: number
  country: number
  number: NumberWord | null
  month: boolean
  /** Its consonants as a name: how many, 0 where it cannot be one, and their key. */
  consonants: number
  name: number
  /** The key where a first ب, ل, ف or ك is "in", "to", "so", "as"; 0 where there is none. */
  bare: number
  /** How likely an Arabic word is a name by its form; a Latin one shows it by its capital. */
  likely: number
  arabic: boolean
  /** A title or a kind of place, which a name follows. */
  introduces: boolean
  /** The title of a person. */
  title: boolean
  withArticle: boolean
  /** Names of the entity list that begin with it. */
  entities: readonly EntityName[] | null
}

const PLAIN = 0.2
const FOREIGN_FORM = 0.45
const WITH_ARTICLE = 0.12
const INTRODUCED = 0.9
const PAIR = 1.4
/** Three consonants are many a word's, and a first letter may be a name's own. */
const UNSURE = 0.7
/** The least consonants of a name that stands alone, and of two names together. */
const ALONE = 3
const TOGETHER = 5
/** A name of the entity list, whichever of its spellings and tongues. */
const LISTED = 1.2
const entityKey = (id: string): number => keyOf(`entity ${id}`)
/** Words read for anchors: the event; later words are background. */
export const ANCHOR_WORDS = 200

const stemsOf = (text: string): string[] => wordsOf(foldText(text)).flatMap((word) => [word, stem(word)])
const COMMON = new Set(COMMON_WORDS.flatMap(({ words }) => stemsOf(words)))
const INTRODUCTIONS = new Set(
  stemsOf(`
رئيس وزير جنرال عقيد مقدم رائد نقيب لواء فريق عميد ملازم سفير حاكم والي محافظ عمدة مدير قائد زعيم متحدث ناطق دكتور طبيب طبيبة
مهندس باحث محامي سيد سيدة أستاذ شيخ أمير سلطان ملك نائب أمين عام باسم يدعى اسمه مدينة بلدة قرية ولاية إقليم محافظة منطقة دائرة بلدية
مخيم معبر ميناء مطار جزيرة نهر بحيرة وادي غابة جبل حي سوق مستشفى جامعة قرب ضواحي ابن بن ولد بنت أبو`),
)
const MONTHS = new Set(
  stemsOf(`
يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين
جانفي فيفري أفريل ماي جوان جويلية أوت غشت شتنبر نونبر دجنبر يوليوز
january february march april may june july august september october november december
janvier février mars avril mai juin juillet août septembre octobre novembre décembre`),
)

/** Key of a country, whichever language names it. */
export const placeKey = (code: string): number => keyOf(`place ${code}`)
/** Words of longer names of countries, which are no names of their own: Faso, Leone. */
const PARTS_OF_COUNTRIES = new Set<string>()
/** Solomon, Thomas, Vincent, Christopher: people far oftener than islands. */
const PEOPLE_TOO = new Set(wordsOf(foldText('سليمان توماس فنسنت كريستوفر Solomon Thomas Vincent Christopher')))
/** `within`: what an Arabic word must hold besides having the stem; three letters are other words' too. */
type Country = { code: string; within: string }
/** Letters of a stem from which on it is the country's alone. */
const OWN_STEM = 4

const COUNTRIES = countryStems()
export const placeKeys = (): Iterable<number> => new Set([...COUNTRIES.values()].map(({ code }) => placeKey(code)))

/** Countries of one word, and what is from there: Chad, Chadian, tchadienne; Arabic has both in one stem. */
function countryStems(): Map<string, Country> {
  const codes = new Map<string, Country>()
  for (const [code, names] of countryNames()) {
    for (const name of names) {
      const [word, ...more] = wordsOf(foldText(name))
      if (!word || more.length > 0 || word.length < (isArabicScript(word) ? 3 : 4)) {
        for (const part of [word, ...more])
          if (part && part.length >= 4 && !PEOPLE_TOO.has(part)) PARTS_OF_COUNTRIES.add(part)
        continue
      }
      const stemmed = stem(word)
      if (isArabicScript(word)) {
        // تركيا and تركي are Turkey, ترك is "left"; the sea (بحر) is not Bahrain.
        const within = stemmed.length < OWN_STEM ? withoutPrefix(word).replace(/[اه]$/, '') : ''
        codes.set(stemmed, { code, within })
        continue
      }
      codes.set(stemmed, { code, within: '' })
      const base = word.replace(/[aeiou]+$/, '')
      for (const ending of ['an', 'ian', 'ien', 'ienne', 'ais', 'aise', 'ese', 'i', 'ean', 'een', 'eenne', 'ite']) {
        const people = stem(word.endsWith('a') && ending === 'ian' ? `${word}n` : base + ending)
        if (!codes.has(people)) codes.set(people, { code, within: '' })
      }
    }
  }
  return codes
}

/** Works out what a folded word is to anchors. */
export function anchorWord(word: string): AnchorWord {
  const stemmed = stem(word)
  const arabic = isArabicScript(word)
  const number = numberWord(word)
  const thing = (number === null ? thingKey(stemmed) : undefined) ?? 0
  const month = MONTHS.has(word) || MONTHS.has(stemmed)
  const introduces = INTRODUCTIONS.has(stemmed) || INTRODUCTIONS.has(word)
  const common = COMMON.has(word) || COMMON.has(stemmed)
  const inner = arabic ? withoutPrefix(word) : word
  const named = COUNTRIES.get(stemmed)
  const country = named && inner.includes(named.within) ? placeKey(named.code) : 0
  const ofCountry = PARTS_OF_COUNTRIES.has(word) || PARTS_OF_COUNTRIES.has(inner)
  const nameless = number !== null || thing !== 0 || country !== 0 || month || common || ofCountry || word.length < 2
  const withArticle = inner.length < word.length && /^[وفبكل]*ال|^[وف]?لل/.test(word)
  const particle = arabic && !withArticle && inner.length >= 5 && /^[بلفك]/.test(inner)
  const skeleton = nameless ? '' : skeletonOf(inner)
  const bare = nameless || !particle ? '' : skeletonOf(inner.slice(1))
  return {
    word,
    thing,
    country,
    number,
    month,
    consonants: skeleton.length,
    name: keyOf(`name ${skeleton}`),
    bare: bare.length >= ALONE ? keyOf(`name ${bare}`) : 0,
    likely: withArticle ? WITH_ARTICLE : /[اوي].+[اوي]/.test(inner) && inner.length >= 5 ? FOREIGN_FORM : PLAIN,
    arabic,
    introduces,
    title: introduces || !arabic ? isTitle(word) : false,
    withArticle,
    entities: entityNames(word),
  }
}

const CAPITALISED = /[\p{Lu}][\p{L}\p{M}]+/gu

/** Folded words with a capital that no beginning of a sentence explains. Arabic has none: there it costs nothing. */
export function capitalisedWords(text: string): Set<string> {
  const found = new Set<string>()
  if (!/[A-ZÀ-Þ]/.test(text)) return found
  for (const match of text.slice(0, ANCHOR_WORDS * 8).matchAll(CAPITALISED)) {
    let before = match.index - 1
    while (before >= 0 && (text[before] === ' ' || text[before] === '\u00a0')) before--
    if (before < 0 || /[.!?:\n"«“”’'•]/.test(text[before] as string)) {
      // d'Adré and l'Est: an apostrophe without a space begins no sentence.
      if (!(before === match.index - 1 && /['’]/.test(text[before] ?? ''))) continue
    }
    for (const word of wordsOf(foldText(match[0]))) found.add(word)
  }
  return found
}

/** Working space of {@link eventAnchors}, empty in between. */
const notes = new KeyNotes()

/**
 * Reads the anchors of a headline and a text, given as what {@link anchorWord} says of each of their words.
 * @param places countries that the lead names, those of several words too.
 */
export function eventAnchors(
  words: readonly AnchorWord[],
  capitalised: ReadonlySet<string>,
  places: readonly string[],
): EventAnchors {
  for (const code of places) notes.note(placeKey(code), 1)
  let before: AnchorWord | null = null
  let sureBefore = 0
  let reach = 0
  for (let i = 0; i < words.length; i++) {
    const is = words[i] as AnchorWord
    if (is.thing !== 0) notes.note(is.thing, 1)
    if (is.country !== 0) notes.note(is.country, 1)
    const listed = is.entities && longestName(is.entities, (place) => words[i + 1 + place]?.word)
    if (listed && (is.arabic || listed.rest.length > 0 || capitalised.has(is.word)))
      notes.note(entityKey(listed.id), LISTED)
    if (is.consonants === 0 || !(is.arabic || capitalised.has(is.word))) {
      before = null
      reach = is.introduces ? 2 : 0
      continue
    }
    const sure = is.arabic ? (reach > 0 ? Math.max(is.likely, INTRODUCED) : is.likely) : 1
    if (is.consonants >= ALONE) notes.note(is.name, is.consonants > ALONE ? sure : sure * UNSURE)
    if (is.bare !== 0) notes.note(is.bare, sure * UNSURE)
    if (
      before !== null &&
      Math.min(before.consonants, is.consonants) >= 2 &&
      before.consonants + is.consonants >= TOGETHER
    )
      notes.note(pairKey(before.name, is.name), PAIR * Math.min(sure, sureBefore))
    before = is
    sureBefore = sure
    reach = is.introduces ? 2 : reach - 1
  }
  for (const value of numbersIn(numberWordsOf(words))) {
    if (isTelling(value)) notes.note(keyOf(`number ${value}`, NUMBER_BIT), sureOfNumber(value))
  }
  const { keys, values } = notes.take()
  return { keys, sure: values }
}

/** The number words, null between those that do not touch; a day of a month is none. */
function numberWordsOf(words: readonly AnchorWord[]): (NumberWord | null)[] {
  const numbers: (NumberWord | null)[] = []
  for (let i = 0; i < words.length; i++) {
    const { number } = words[i] as AnchorWord
    if (number === null) {
      if (numbers.length > 0 && numbers[numbers.length - 1] !== null) numbers.push(null)
    } else if (number.digits === 0 || !(words[i + 1]?.month || words[i - 1]?.month)) numbers.push(number)
  }
  return numbers
}

/** A count of some size or a measure (7.42 dinars, 6.1 degrees); one and two are in every report, and so are years. */
const isTelling = (value: number): boolean =>
  Number.isInteger(value) ? value >= 10 && !(value >= 1900 && value <= 2100) : value > 1

/** Ten and a hundred are in every other report, 841 is not. */
function sureOfNumber(value: number): number {
  const digits = String(value).replace('.', '').replace(/0+$/, '').length
  return digits > 1 ? (value < 100 ? 0.6 : 0.9) : 0.35
}
