import { weekdayOfDay } from '#lib/read/dates/calendars.ts'
import { findDates } from '#lib/read/dates/find-dates.ts'
import { MONTH_SOURCE, monthOf, WEEKDAY_SOURCE, weekdayOf } from '#lib/read/dates/months.ts'
import { matchesOf } from '#lib/text/matches-of.ts'

/** A date that no line states and the text gives away; `days` are all days of the month that fit. */
export type InferredDate = { year: number; month: number; day: number | null; days: number[]; quotes: string[] }

const EDGE = '(?<![\\p{L}\\p{N}])'
const TWIN = `(?:\\s*[/(]\\s*(?:${MONTH_SOURCE})\\s*\\)?)?`
/** «29 أبريل/ نيسان الجاري», «في شهر نيسان/أبريل الحالي»: the month in which the text was written. */
const THIS_MONTH = new RegExp(
  `${EDGE}(?:(\\d{1,2})\\s*(?:من\\s*)?)?(?:شهر\\s+)?(${MONTH_SOURCE})${TWIN}\\s*(?:الجاري|الحالي)(?!\\p{L})`,
  'gu',
)
/** «اليوم الخميس», «today, Thursday» */
const TODAY = new RegExp(`${EDGE}(?:اليوم|today)\\s*[,،]?\\s*[(]?(${WEEKDAY_SOURCE})(?!\\p{L})`, 'u')
const YEAR = /(?<!\d)(20\d{2})(?!\d)/gu
/** Words before a year by which a writer means another year than the present one. */
const PAST_YEAR =
  /(?:منذ|في|عام|سنه|العام|خلال|نهايه|مطلع|بدايه|اواخر|منتصف|خريف|صيف|شتاء|ربيع|موسم|since|in|depuis|en)\s*(?:عام|سنه|العام)?\s*$/u
/** A year that is still to come. */
const FUTURE_YEAR =
  /(?:حتي|بحلول|قبل نهايه|بحلول صيف|بحلول نهايه|لعام|مونديال|كاس العالم|رويه|until|by|for)\s*(?:عام|سنه)?\s*$/u
/** «المناقشة المستمرة منذ عام 2023» */
const ONGOING = /(?:مستمر\S*|متواصل\S*|ongoing|continuing)\s+(?:منذ|since)\s*(?:عام|سنه|العام)?\s*$/u
/** «العام الماضي 2023», «العام المقبل (2025)», last year (2023): a year that says which one the present is. */
const BESIDE_PRESENT: [RegExp, number][] = [
  [/(?:العام|السنه)\s+(?:الماضي|الماضيه|الفايت|المنصرم)\s*[،(]?\s*(20\d{2})(?!\d)/u, 1],
  [/(?:العام|السنه)\s+(?:المقبل|المقبله|القادم|القادمه)\s*[،(]?\s*(20\d{2})(?!\d)/u, -1],
  [/\blast\s+year\s*[,(]\s*(20\d{2})(?!\d)/u, 1],
  [/\bl'an\s+dernier\s*[,(]\s*(20\d{2})(?!\d)/u, 1],
]
/** «7 أكتوبر/تشرين الأول الماضي»: the last such day before the text was written. */
const LAST_MONTH = new RegExp(
  `${EDGE}(\\d{1,2})\\s*(?:من\\s*)?(?:شهر\\s+)?(${MONTH_SOURCE})${TWIN}\\s*(?:الماضي|المنصرم|الفايت)(?!\\p{L})`,
  'gu',
)
/** «الـ29 من الشهر الجاري», «29 من هذا الشهر»: a day of the month in which the text was written. */
const DAY_OF_THIS_MONTH =
  /(?<!\d)(\d{1,2})\s*(?:من\s+)?(?:الشهر\s+(?:الجاري|الحالي)|هذا\s+الشهر)(?!\p{L})|(?<!\d)(\d{1,2})(?:st|nd|rd|th)\s+of\s+this\s+month|(?<!\d)(\d{1,2})\s+(?:du\s+mois\s+courant|de\s+ce\s+mois)(?!\p{L})/gu
/** «سيجرون في 29», «المقبل»: the day lies ahead. */
const AHEAD = /(?:^|\s)[وف]?(?:س[ينت]\p{L}{2,}|المقبل\p{L}*|القادم\p{L}*|will|مقرر)\s/u

/**
 * The month a text was written in, from what it calls its own: «29 أبريل الجاري» gives the month; the year must be stated
 * as the present one, follow from the arrival, or follow from what goes on since the year before. A year that is merely
 * the newest one named is right one time in three (measured over 3,900 articles), so it is not taken. «اليوم الخميس» leaves
 * four or five days, of which one is named only if it is the only one left.
 * @param folded the article's folded text
 * @param latest the day on which the document arrived (ISO), when known: nothing after it
 */
export function inferFromText(folded: string, latest: string | null): InferredDate | null {
  const months = matchesOf(THIS_MONTH, folded)
  const month = monthOf(months[0]?.[2] ?? '')
  if (month?.calendar !== 'gregorian') return null
  if (months.some((m) => monthOf(m[2] ?? '')?.number !== month.number)) return null
  const year = yearOf(folded, month.number, latest)
  if (!year) return null
  const today = TODAY.exec(folded)
  const weekday = weekdayOf(today?.[1] ?? '')
  const days = weekday === undefined ? [] : daysThatFit(folded, months, year.value, month.number, weekday, latest)
  const quotes = [months[0]?.[0] ?? '', year.quote, today?.[0] ?? ''].filter(Boolean)
  return { year: year.value, month: month.number, day: days.length === 1 ? (days[0] as number) : null, days, quotes }
}

function yearOf(folded: string, month: number, latest: string | null): { value: number; quote: string } | null {
  const stated = /(?<!\d)(20\d{2})\s*(?:الجاري|الحالي)|(?:العام|عام)\s+(?:الجاري|الحالي)\s+(20\d{2})/u.exec(folded)
  if (stated) return { value: Number(stated[1] ?? stated[2]), quote: stated[0] }
  for (const [pattern, shift] of BESIDE_PRESENT) {
    const beside = pattern.exec(folded)
    if (beside) return { value: Number(beside[1]) + shift, quote: beside[0] }
  }
  const since = sinceLastMonth(folded, month)
  if (since) return since
  const past = new Set<number>()
  let present = 0
  let ongoing: { value: number; quote: string } | null = null
  for (const match of matchesOf(YEAR, folded)) {
    const year = Number(match[1])
    const before = folded.slice(Math.max(0, match.index - 28), match.index)
    if (FUTURE_YEAR.test(before)) continue
    if (!PAST_YEAR.test(before)) present = Math.max(present, year)
    else past.add(year)
    // What "goes on since 2023" is told of in 2024: in 2023 one says "this year". Later it is usually "for years".
    if (ONGOING.test(before) && year > (ongoing?.value ?? 0) - 1)
      ongoing = { value: year + 1, quote: `${before.trim().split(/\s+/).slice(-3).join(' ')} ${match[1]}` }
  }
  const arrived = fromArrival(month, latest)
  if (arrived) return arrived
  if (present > 0 && past.has(present - 1)) return { value: present, quote: String(present) }
  const newest = Math.max(present, ...past)
  if (!ongoing || newest > ongoing.value) return null
  return latest && `${ongoing.value}-${String(month).padStart(2, '0')}` > latest ? null : ongoing
}

/**
 * «7 أكتوبر الماضي» in a text that elsewhere gives that very day its year: the present lies in the twelve months after
 * it. The month alone will not do: texts date older Octobers too (measured: wrong two times in three).
 */
function sinceLastMonth(folded: string, month: number): { value: number; quote: string } | null {
  const dates = findDates(folded).filter((d) => d.year !== null && d.day !== null && d.calendar === 'gregorian')
  let found: { value: number; quote: string } | null = null
  for (const match of matchesOf(LAST_MONTH, folded)) {
    const last = monthOf(match[2] ?? '')
    if (last?.calendar !== 'gregorian') continue
    const same = dates.filter((d) => d.month === last.number && d.day === Number(match[1]))
    const years = new Set(same.map((d) => d.year as number))
    if (years.size === 0) continue
    const value = Math.max(...years) + (month > last.number ? 0 : 1)
    if (years.size > 1 || (found && found.value !== value)) return null
    found ??= { value, quote: match[0] }
  }
  return found
}

/** The last such month before the document arrived, if it arrived soon enough after it for that to mean anything. */
function fromArrival(month: number, latest: string | null): { value: number; quote: string } | null {
  if (!latest) return null
  const [year = 0, arrived = 0] = latest.split('-').map(Number)
  if (arrived === month) return { value: year, quote: '' }
  return (arrived - month + 12) % 12 === 1 ? { value: month > arrived ? year - 1 : year, quote: '' } : null
}

function daysThatFit(
  folded: string,
  months: RegExpExecArray[],
  year: number,
  month: number,
  weekday: number,
  latest: string | null,
): number[] {
  let from = 1
  let until = 31
  for (const match of [...months, ...matchesOf(DAY_OF_THIS_MONTH, folded)]) {
    const named = Number(match[1] ?? match[2] ?? match[3])
    if (!named || named > 31) continue
    const sentence = clauseBefore(folded, match.index) + folded.slice(match.index, match.index + match[0].length + 1)
    if (AHEAD.test(sentence)) until = Math.min(until, named - 1)
    else from = Math.max(from, named)
  }
  if (/منتصف الشهر (?:الجاري|الحالي)/u.test(folded)) from = Math.max(from, 15)
  const fits: number[] = []
  for (let day = from; day <= until; day++) {
    const date = new Date(Date.UTC(year, month - 1, day))
    if (date.getUTCMonth() !== month - 1) break
    if (latest && date.toISOString().slice(0, 10) > latest) break
    if (weekdayOfDay({ year, month, day }) === weekday) fits.push(day)
  }
  return fits
}

/** What stands before a place up to the last comma or full stop: what is to come there says nothing of this clause. */
const clauseBefore = (folded: string, at: number): string =>
  ` ${
    folded
      .slice(Math.max(0, at - 80), at)
      .split(/[.،؛;\n]/u)
      .at(-1) ?? ''
  }`
