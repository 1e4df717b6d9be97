import { isDay, isoDay, toGregorian } from '#lib/read/dates/calendars.ts'
import { clockIn } from '#lib/read/dates/clock-time.ts'
import { type Calendar, MONTH_SOURCE, monthOf } from '#lib/read/dates/months.ts'
import { foldText } from '#lib/text/fold.ts'

/** A date that a text states, as far as it states it; Gregorian, with `other` where day and month may be exchanged. */
export type FoundDate = {
  year: number | null
  month: number
  day: number | null
  /** `HH:MM` with an offset when one is written: `12:09`, `03:01+04:00`. */
  time: string | null
  /** The same figures the other way round (05/12 is 5 December or 12 May). */
  other: { year: number | null; month: number; day: number } | null
  /** Place in the folded text (UTF-16 units). */
  start: number
  end: number
}

const EDGE = '(?<![\\p{L}\\p{N}])'
const END = '(?![\\p{L}\\p{N}])'
const NAME = `(${MONTH_SOURCE})`
/** The second name of a month that is written twice: مارس (آذار), يوليو/تموز. */
const TWIN = `(?:\\s*[/(\\\\|-]\\s*(?:${MONTH_SOURCE})\\s*\\)?)?`
const YEAR = '((?:1[3-5]|19|20)\\d{2})'
const OF = '(?:من|شهر|عام|سنه|لعام|de|del|of|the|،|,|\\.|/|-|–|\\s)*'

/** 5 ديسمبر/كانون الأول 2023, 5th of December 2023, ۱۲ شهریور ۱۳۹۴ */
const DAY_NAME = new RegExp(
  `${EDGE}(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?${OF}${NAME}\\.?${TWIN}${END}(?:${OF}${YEAR}(?!\\d))?`,
  'gu',
)
/** December 5, 2023; Arabic seldom, English always. */
const NAME_DAY = new RegExp(
  `${EDGE}${NAME}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:\\s*[,،]?\\s+${YEAR}(?!\\d))?`,
  'gu',
)
/** ديسمبر 2023 */
const NAME_YEAR = new RegExp(`${EDGE}${NAME}\\.?${TWIN}${END}${OF}${YEAR}(?!\\d)`, 'gu')
const YEAR_FIRST = /(?<![\d/.-])((?:1[3-5]|19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/gu
const COMPACT = /(?<!\d)(20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?=t\d{4}|$)/gu
const DAY_FIRST = /(?<![\d/.-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?((?:1[3-5]|19|20)\d{2}|\d{2})(?![\d/-])/gu
const CJK = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/gu
const MENTION = /\d/

/**
 * Every date in a text, in order. Month names of the languages our sources use, numeric dates in any order, Arabic-Indic
 * and Persian digits, Hijri («هـ», or a month that only that calendar has) and Jalali years turned into Gregorian ones.
 * @param folded text folded by `foldText`
 * @param order which figure of 05/12/2023 is the day; `dmy` everywhere but in American English
 */
export function findDates(folded: string, order: 'dmy' | 'mdy' = 'dmy'): FoundDate[] {
  if (!MENTION.test(folded)) return []
  const found: FoundDate[] = []
  const push = (
    match: RegExpExecArray,
    year: string | undefined,
    month: number,
    day: string | undefined,
    calendar: Calendar,
    swappable = false,
  ) => {
    const start = match.index
    const end = start + match[0].length
    if (found.some((f) => start < f.end && end > f.start)) return
    const date = settle(toNumber(year), month, toNumber(day), calendar, swappable, folded.slice(end, end + 8))
    if (date) found.push({ ...date, time: clockIn(folded, start, end), start, end })
  }
  for (const m of folded.matchAll(YEAR_FIRST)) push(m, m[1], Number(m[3]), m[4], 'gregorian')
  for (const m of folded.matchAll(COMPACT)) push(m, m[1], Number(m[2]), m[3], 'gregorian')
  for (const m of folded.matchAll(CJK)) push(m, m[1], Number(m[2]), m[3], 'gregorian')
  for (const m of folded.matchAll(DAY_FIRST)) {
    const [, a = '', , b = '', year] = m
    if (order === 'mdy' && Number(a) <= 12) push(m, year, Number(a), b, 'gregorian', true)
    else push(m, year, Number(b), a, 'gregorian', true)
  }
  // Names of months cost most to look for, and need a figure beside them.
  for (const m of folded.matchAll(DAY_NAME)) named(m, m[2], m[3], m[1])
  for (const m of folded.matchAll(NAME_DAY)) named(m, m[1], m[3], m[2])
  for (const m of folded.matchAll(NAME_YEAR)) named(m, m[1], m[2], undefined)
  return found.sort((a, b) => a.start - b.start)

  function named(match: RegExpExecArray, name: string | undefined, year: string | undefined, day: string | undefined) {
    const month = monthOf(name ?? '')
    if (month) push(match, year, month.number, day, month.calendar)
  }
}

const toNumber = (digits: string | undefined): number | null => (digits ? Number(digits) : null)

type Settled = Pick<FoundDate, 'year' | 'month' | 'day' | 'other'>

function settle(
  year: number | null,
  month: number,
  day: number | null,
  named: Calendar,
  swappable: boolean,
  after: string,
): Settled | null {
  if (month < 1 || month > 31 || (day !== null && (day < 1 || day > 31))) return null
  const full = year === null ? null : year < 100 ? year + (year > 70 ? 1900 : 2000) : year
  const calendar = calendarOf(named, full, after)
  if (calendar !== 'gregorian') {
    if (full === null || day === null) return null
    const turned = toGregorian(calendar, { year: full, month, day })
    return turned && { ...turned, other: null }
  }
  if (full !== null && (full < 1990 || full > 2100)) return null
  if (day === null) return month <= 12 ? { year: full, month, day, other: null } : null
  const holds = (m: number, d: number) => m <= 12 && isDay({ year: full ?? 2024, month: m, day: d })
  const exchanged = swappable && day !== month && holds(day, month) ? { year: full, month: day, day: month } : null
  if (holds(month, day)) return { year: full, month, day, other: exchanged }
  return exchanged && { ...exchanged, other: null }
}

/** Years 1300 to 1420 are Jalali and 1421 to 1500 Hijri in news of our time, unless the month or «هـ» says. */
function calendarOf(named: Calendar, year: number | null, after: string): Calendar {
  if (named !== 'gregorian' || year === null || year > 1500 || year < 1300) return named
  if (/^\s*(?:ه|هـ|هجري|ah)/u.test(after)) return 'hijri'
  return year >= 1421 ? 'hijri' : 'jalali'
}

/** Every date of a text that is not folded yet. */
export const findDatesIn = (text: string, order?: 'dmy' | 'mdy'): FoundDate[] => findDates(foldText(text), order)

/** ISO day or month of a date whose year is known. */
export function isoOf(date: { year: number | null; month: number; day: number | null }): string | null {
  if (date.year === null) return null
  if (date.day === null) return `${date.year}-${String(date.month).padStart(2, '0')}`
  return isoDay({ year: date.year, month: date.month, day: date.day })
}
