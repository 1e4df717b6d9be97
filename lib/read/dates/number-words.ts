import { tokensOf, trieSource } from '#lib/read/trie-source.ts'
import { foldText } from '#lib/text/fold.ts'

/**
 * Days of the month written as words. Persian writes them so by habit (سوم شهریور), Arabic in solemn prose
 * (الأول من مايو، الحادي والعشرين من نيسان). Folded when looked up.
 */
const PERSIAN_UNITS = ['یک', 'دو', 'سه', 'چهار', 'پنج', 'شش', 'هفت', 'هشت', 'نه']
const PERSIAN_TEENS = ['ده', 'یازده', 'دوازده', 'سیزده', 'چهارده', 'پانزده', 'شانزده', 'هفده', 'هجده', 'نوزده', 'بیست']
const PERSIAN_IRREGULAR: [string, number][] = [
  ['اول', 1],
  ['نخست', 1],
  ['سوم', 3],
  ['هیجده', 18],
  ['هیجدهم', 18],
  ['سی ام', 30],
  ['سی‌ام', 30],
]
const ARABIC_UNITS = ['الثاني', 'الثالث', 'الرابع', 'الخامس', 'السادس', 'السابع', 'الثامن', 'التاسع']

function persian(): Map<string, number> {
  const words = new Map<string, number>()
  const add = (word: string, value: number) => {
    for (const ending of ['', 'م', 'مین']) words.set(foldText(word + ending), value)
  }
  const units: [string, number][] = [...PERSIAN_UNITS.map((word, i): [string, number] => [word, i + 1]), ['سو', 3]]
  for (const [word, value] of units) {
    if (word !== 'سو') add(word, value)
    add(`بیست و ${word}`, 20 + value)
  }
  PERSIAN_TEENS.forEach((word, i) => {
    add(word, 10 + i)
  })
  add('سی', 30)
  add('سی و یک', 31)
  for (const [word, value] of PERSIAN_IRREGULAR) {
    words.set(foldText(word), value)
    words.set(foldText(`${word}ین`), value)
  }
  return words
}

function arabic(): Map<string, number> {
  const words = new Map<string, number>()
  const add = (word: string, value: number) => words.set(foldText(word), value)
  add('الأول', 1)
  add('الحادي عشر', 11)
  add('العاشر', 10)
  for (const ending of ['ين', 'ون']) {
    add(`العشر${ending}`, 20)
    add(`الثلاث${ending}`, 30)
    for (const unit of ['الحادي', 'الواحد']) {
      add(`${unit} والعشر${ending}`, 21)
      add(`${unit} والثلاث${ending}`, 31)
    }
    ARABIC_UNITS.forEach((unit, i) => {
      add(`${unit} والعشر${ending}`, 22 + i)
    })
  }
  ARABIC_UNITS.forEach((unit, i) => {
    add(unit, 2 + i)
    add(`${unit} عشر`, 12 + i)
  })
  return words
}

const PERSIAN = persian()
const ARABIC = arabic()
const sourceOf = (words: Map<string, number>) => trieSource([...words.keys()].map(tokensOf))

/** Pattern sources of the folded words. */
export const PERSIAN_DAY_SOURCE = sourceOf(PERSIAN)
export const ARABIC_DAY_SOURCE = sourceOf(ARABIC)

/** The number that a folded word for a day of the month means. */
export function dayWord(folded: string): number | undefined {
  const word = folded.replace(/\s+/g, ' ').trim()
  return PERSIAN.get(word) ?? ARABIC.get(word)
}
