import { isDay, isoDay, toGregorian } from '#lib/read/dates/calendars.ts'
import { clockIn } from '#lib/read/dates/clock-time.ts'
import { type Calendar, JALALI_SOURCE, MONTH_SOURCE, monthOf } from '#lib/read/dates/months.ts'
import { ARABIC_DAY_SOURCE, dayWord, PERSIAN_DAY_SOURCE } from '#lib/read/dates/number-words.ts'
import { foldText } from '#lib/text/fold.ts'
import { matchesOf } from '#lib/text/matches-of.ts'

/** A date that a text states, as far as it states it; Gregorian, with `other` where day and month may be exchanged. */
export type FoundDate = {
  year: number | null
  month: number
  day: number | null
  /** `HH:MM` with an offset when one is written: `12:09`, `03:01+04:00`. */
  time: string | null
  /** IANA zone of a city by whose clock the time is told («بتوقيت القاهرة»). */
  zone: string | null
  /** The calendar it was written in; the figures are Gregorian always. */
  calendar: Calendar
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
const OF = '(?:من|شهر|عام|سنه|لعام|لسنه|ماه|سال|de|del|of|the|،|,|\\.|/|-|–|\\s)*'

/** 5 ديسمبر/كانون الأول 2023, 5th of December 2023, ۱۲ شهریور ۱۳۹۴ */
const DAY_NAME = new RegExp(
  `${EDGE}(\\d{1,2})(?:st|nd|rd|th|er|ي|\\.|º)?${OF}${NAME}\\.?${TWIN}(?!\\p{L})(?:${OF}${YEAR}(?!\\d))?`,
  'gu',
)
/** سوم شهریور ۱۳۹۴, الحادي والعشرين من نيسان 2023. In Arabic only with «من»: «تشرين الثاني نوفمبر» is one month twice. */
const WORD_NAME = [
  new RegExp(
    `${EDGE}(${PERSIAN_DAY_SOURCE})\\s+(?:ماه\\s+)?(${JALALI_SOURCE})(?!\\p{L})(?:${OF}${YEAR}(?!\\d))?`,
    'gu',
  ),
  new RegExp(
    `${EDGE}(${ARABIC_DAY_SOURCE})\\s+من\\s+(?:شهر\\s+)?${NAME}${TWIN}(?!\\p{L})(?:${OF}${YEAR}(?!\\d))?`,
    'gu',
  ),
]
/** A Jalali year in two figures, where nothing but a clock or an end follows: ۲۶ شهریور ۹۴ ساعت ۱۱. */
const SHORT_JALALI_YEAR = /^\s+(\d{2})(?=\s*(?:$|[،,|–-]|ساعت))/u
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
 * @param earliest the first year that counts; news of our time by default, so that figures are not taken for old years
 */
export function findDates(folded: string, order: 'dmy' | 'mdy' = 'dmy', earliest = 1990): FoundDate[] {
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
    if (!date || (date.year !== null && date.year < earliest)) return
    const clock = clockIn(folded, start, end)
    found.push({ ...date, time: clock?.time ?? null, zone: clock?.zone ?? null, start, end })
  }
  for (const m of matchesOf(YEAR_FIRST, folded)) push(m, m[1], Number(m[3]), m[4], 'gregorian')
  for (const m of matchesOf(COMPACT, folded)) push(m, m[1], Number(m[2]), m[3], 'gregorian')
  for (const m of matchesOf(CJK, folded)) push(m, m[1], Number(m[2]), m[3], 'gregorian')
  for (const m of matchesOf(DAY_FIRST, folded)) {
    const [, a = '', , b = '', year] = m
    if (order === 'mdy' && Number(a) <= 12) push(m, year, Number(a), b, 'gregorian', true)
    else push(m, year, Number(b), a, 'gregorian', true)
  }
  // Names of months cost most to look for, and need a figure beside them.
  for (const m of matchesOf(DAY_NAME, folded)) named(m, m[2], m[3], m[1])
  for (const pattern of WORD_NAME)
    for (const m of matchesOf(pattern, folded)) named(m, m[2], m[3], String(dayWord(m[1] ?? '')))
  for (const m of matchesOf(NAME_DAY, folded)) named(m, m[1], m[3], m[2])
  for (const m of matchesOf(NAME_YEAR, folded)) named(m, m[1], m[2], undefined)
  return found.sort((a, b) => a.start - b.start)

  function named(match: RegExpExecArray, name: string | undefined, year: string | undefined, day: string | undefined) {
    const month = monthOf(name ?? '')
    if (!month) return
    const short =
      month.calendar === 'jalali' && !year && day
        ? SHORT_JALALI_YEAR.exec(folded.slice(match.index + match[0].length))
        : null
    const full = short ? String((Number(short[1]) >= 60 ? 1300 : 1400) + Number(short[1])) : year
    push(match, full, month.number, day, month.calendar)
  }
}

const toNumber = (digits: string | undefined): number | null => (digits ? Number(digits) : null)

type Settled = Pick<FoundDate, 'year' | 'month' | 'day' | 'other' | 'calendar'>

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
    if (full === null || day === null || full < 1300 || full > 1500) return null
    const turned = toGregorian(calendar, { year: full, month, day })
    return turned && { ...turned, other: null, calendar }
  }
  if (full !== null && full > 2100) return null
  if (day === null) return month <= 12 ? { year: full, month, day, other: null, calendar } : null
  const holds = (m: number, d: number) => m <= 12 && isDay({ year: full ?? 2024, month: m, day: d })
  const exchanged = swappable && day !== month && holds(day, month) ? { year: full, month: day, day: month } : null
  if (holds(month, day)) return { year: full, month, day, other: exchanged, calendar }
  return exchanged && { ...exchanged, other: null, calendar }
}

/** Years 1300 to 1420 are Jalali and 1421 to 1500 Hijri in news of our time, unless the month or «هـ» says. */
function calendarOf(named: Calendar, year: number | null, after: string): Calendar {
  if (named !== 'gregorian' || year === null || year > 1500 || year < 1300) return named
  if (/^\s*(?:ه|هـ|هجري|ah)/u.test(after)) return 'hijri'
  return year >= 1421 ? 'hijri' : 'jalali'
}

/** Every date of a text that is not folded yet. */
export const findDatesIn = (text: string, order?: 'dmy' | 'mdy', earliest?: number): FoundDate[] =>
  findDates(foldText(text), order, earliest)

/** ISO day or month of a date whose year is known. */
export function isoOf(date: { year: number | null; month: number; day: number | null }): string | null {
  if (date.year === null) return null
  if (date.day === null) return `${date.year}-${String(date.month).padStart(2, '0')}`
  return isoDay({ year: date.year, month: date.month, day: date.day })
}
