import { isoDay, weekdayOfDay } from '#lib/read/dates/calendars.ts'
import { type FoundDate, isoOf } from '#lib/read/dates/find-dates.ts'
import { WEEKDAY_SOURCE, weekdayOf } from '#lib/read/dates/months.ts'

/** A date out of a line of dates, and how it was come by. */
export type Reading = {
  date: FoundDate
  /** The year is not written: it was taken from the arrival and, where one stands there, the weekday. */
  isYearGuessed: boolean
  /** The other way to read the same figures, where nothing decided between the two. */
  otherReading: string | null
}

const WEEKDAY = new RegExp(`(?<!\\p{L})(${WEEKDAY_SOURCE})(?!\\p{L})`, 'u')
/** Dates that the text tells of this near to one reading of 05/12 decide for it. */
const NEAR_DAYS = 7

/**
 * The fullest date of a line's dates. A Gregorian one comes before its Hijri or Jalali twin, which may be a day off; of
 * 05/12 and 12/05 that one is taken which is not in the future, falls on the weekday beside it, or follows what the text
 * tells.
 * @param folded the line
 * @param spoken finds the dates in the article's text; asked only where they decide
 * @param latest the last day possible (ISO), when known
 */
export function bestReading(
  found: FoundDate[],
  folded: string,
  spoken: () => FoundDate[],
  latest: string | null,
): Reading | null {
  const full = found.filter((d) => d.year !== null && d.day !== null)
  const date = full.find((d) => d.calendar === 'gregorian' && isTwin(d, full[0])) ?? full[0]
  if (!date) {
    const dated = withYear(found[0], folded, latest)
    if (dated) return { date: dated, isYearGuessed: true, otherReading: null }
    const month = found.find((d) => d.year !== null)
    return month ? { date: month, isYearGuessed: false, otherReading: null } : null
  }
  if (date.calendar === 'hijri')
    return { date: onWeekday(date, weekdayIn(folded)) ?? date, isYearGuessed: false, otherReading: null }
  if (!date.other) return { date, isYearGuessed: false, otherReading: null }
  const exchanged = { ...date, ...date.other, other: null }
  const choice = between(date, exchanged, folded, spoken, latest)
  return {
    date: choice ?? date,
    isYearGuessed: false,
    otherReading: choice ? null : isoOf(exchanged),
  }
}

/** A date in another calendar beside the first one that means the same day, give or take a sighting of the moon. */
function isTwin(date: FoundDate, first: FoundDate | undefined): boolean {
  if (!first || date === first) return true
  return first.calendar !== 'gregorian' && Math.abs(dayNumber(isoOf(date)) - dayNumber(isoOf(first))) <= 3
}

function between(
  date: FoundDate,
  exchanged: FoundDate,
  folded: string,
  spoken: () => FoundDate[],
  latest: string | null,
): FoundDate | null {
  const [iso, isoExchanged] = [isoOf(date) ?? '', isoOf(exchanged) ?? '']
  if (latest && iso > latest !== isoExchanged > latest) return iso > latest ? exchanged : date
  const weekday = weekdayIn(folded)
  if (weekday !== undefined && fallsOn(date, weekday) !== fallsOn(exchanged, weekday))
    return fallsOn(date, weekday) ? date : exchanged
  const named = spoken().filter((d) => d.day !== null && d.other === null)
  const isNear = (day: string) =>
    named.some((s) => Math.abs(dayNumber(isoOf({ ...s, year: s.year ?? date.year })) - dayNumber(day)) <= NEAR_DAYS)
  if (isNear(iso)) return date
  return isNear(isoExchanged) ? exchanged : null
}

/** «الخميس 25 أبريل» has one year near the arrival in which it is true. */
function withYear(date: FoundDate | undefined, folded: string, latest: string | null): FoundDate | null {
  if (!date || date.day === null || date.year !== null || !latest) return null
  const weekday = weekdayIn(folded)
  const newest = Number(latest.slice(0, 4))
  for (let year = newest; year > newest - 3; year--) {
    const dated = { ...date, year }
    if ((isoOf(dated) ?? '9') > latest) continue
    if (weekday === undefined || fallsOn(dated, weekday)) return dated
  }
  return null
}

/**
 * A date on the weekday that stands beside it. A Hijri month begins when its moon is seen, so a date may be a day beside
 * the computed calendar, and the weekday settles it.
 * @returns null where the two contradict each other
 */
export function onWeekday(date: FoundDate, weekday: number | undefined): FoundDate | null {
  if (weekday === undefined || date.year === null || date.day === null || fallsOn(date, weekday)) return date
  if (date.calendar !== 'hijri') return null
  for (const shift of [-1, 1]) {
    const [year = 0, month = 0, day = 0] = dayAfter(isoOf(date) ?? '', shift)
      .split('-')
      .map(Number)
    const beside = { ...date, year, month, day }
    if (fallsOn(beside, weekday)) return beside
  }
  return null
}

/** The weekday (Sunday 0) that a folded line names. */
export const weekdayIn = (folded: string): number | undefined => weekdayOf(WEEKDAY.exec(folded)?.[1] ?? '')

const fallsOn = ({ year, month, day }: FoundDate, weekday: number): boolean =>
  year !== null && day !== null && weekdayOfDay({ year, month, day }) === weekday

/** Days since the epoch of an ISO day or month. */
export const dayNumber = (iso: string | null): number => Date.parse((iso ?? '').slice(0, 10)) / 86_400_000
/** ISO day that many days after another. */
export const dayAfter = (iso: string, days: number): string => {
  const at = new Date(Date.parse(iso) + days * 86_400_000)
  return isoDay({ year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() })
}
