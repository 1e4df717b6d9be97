import type { Calendar } from '#lib/read/dates/months.ts'

/** A day of the Gregorian calendar. */
export type Day = { year: number; month: number; day: number }

const DAY = 86_400_000
const FORMATS = {
  hijri: new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }),
  jalali: new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }),
}

/** True where the Gregorian calendar has that day. */
export function isDay({ year, month, day }: Day): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** ISO day of a Gregorian day. */
export const isoDay = ({ year, month, day }: Day): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** Weekday (Sunday 0) of a Gregorian day. */
export const weekdayOfDay = ({ year, month, day }: Day): number => new Date(Date.UTC(year, month - 1, day)).getUTCDay()

/**
 * A day of another calendar in ours. Estimated from mean lengths, then settled by the platform's own calendar
 * (Umm al-Qura for Hijri, which is the civil one of Saudi Arabia), which may be a day off a local sighting.
 * @returns null where that calendar has no such day
 */
export function toGregorian(calendar: Calendar, { year, month, day }: Day): Day | null {
  if (calendar === 'gregorian') return isDay({ year, month, day }) ? { year, month, day } : null
  const estimate =
    calendar === 'hijri'
      ? Date.UTC(622, 6, 19) + Math.floor((year - 1) * 354.36707 + (month - 1) * 29.530588 + day - 1) * DAY
      : Date.UTC(year + 621, 2, 21) + ((month - 1) * 31 - Math.max(0, month - 7) + day - 1) * DAY
  for (const shift of [0, -1, 1, -2, 2, -3, 3]) {
    const date = new Date(estimate + shift * DAY)
    const parts = Object.fromEntries(FORMATS[calendar].formatToParts(date).map((p) => [p.type, p.value]))
    const seenYear = Number.parseInt(parts.year ?? '', 10)
    if (seenYear === year && Number(parts.month) === month && Number(parts.day) === day) {
      return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
    }
  }
  return null
}
