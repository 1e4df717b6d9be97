import type { Field, PublishedAt } from '#lib/core/article.ts'
import { dayAfter, onWeekday, weekdayIn } from '#lib/read/dates/best-reading.ts'
import { weekdayOfDay } from '#lib/read/dates/calendars.ts'
import { type FoundDate, isoOf } from '#lib/read/dates/find-dates.ts'
import { WEEKDAY_SOURCE } from '#lib/read/dates/months.ts'

/** Days from the present that a word for a day means. */
const DAY_WORDS: Record<string, number> = {
  اليوم: 0,
  today: 0,
  "aujourd'hui": 0,
  امس: -1,
  البارحه: -1,
  yesterday: -1,
  hier: -1,
  غدا: 1,
  غد: 1,
  tomorrow: 1,
  demain: 1,
}
/** «اليوم الخميس 25 أبريل», «أمس (الأربعاء) الموافق 24 أبريل», «today, April 25»: the words before the date. */
const DAY_WORD = new RegExp(
  `(?<![\\p{L}\\p{N}])(${Object.keys(DAY_WORDS).join('|')})(?:\\s*[,،]?\\s*[(]?(?:يوم\\s+)?(?:${WEEKDAY_SOURCE})[)]?)?\\s*[,،]?\\s*(?:الموافق|المصادف|le|the)?\\s*(?:ل|لـ)?[(]?\\s*$`,
  'u',
)
/** «في مثل هذا اليوم 25 أبريل 1982» is an anniversary, «ذلك اليوم» another day. */
const OTHER_DAY = /(?:مثل|هذا|ذلك|ذاك|منذ|حتي|الي|until|since|depuis)\s+$/u

/**
 * The day of writing where the text names it beside a word for it: a date that it calls today, yesterday or tomorrow.
 * Two places that contradict each other say nothing.
 * @param folded the article's folded text
 * @param dates its dates
 * @param latest the last day possible (ISO), when known
 */
export function dayInText(folded: string, dates: FoundDate[], latest: string | null): Field<PublishedAt> | null {
  let found: { iso: string; quote: string } | null = null
  for (const date of dates) {
    if (date.day === null || date.other) continue
    const before = folded.slice(Math.max(0, date.start - 48), date.start)
    const word = DAY_WORD.exec(before)
    if (!word || OTHER_DAY.test(before.slice(0, word.index))) continue
    const quote = `${word[0].trim()} ${folded.slice(date.start, date.end).trim()}`
    const weekday = weekdayIn(word[0].replace(/^\S+/u, ''))
    const named = date.year === null ? yearBesideOthers(date, weekday, dates) : onWeekday(date, weekday)
    const day = named && isoOf(named)
    if (!day) continue
    const iso = dayAfter(day, -(DAY_WORDS[word[1] as string] ?? 0))
    if (latest && iso > latest) continue
    if (found && found.iso !== iso) return null
    found ??= { iso, quote }
  }
  return found
    ? {
        value: { iso: found.iso, precision: 'day' },
        evidence: { rule: 'date.today', quote: found.quote },
        confidence: 0.65,
      }
    : null
}

/**
 * The year of a date that has none: the newest that the text's dates name, or the one after it, whichever gives the
 * weekday; both or neither is no answer.
 */
function yearBesideOthers(date: FoundDate, weekday: number | undefined, dates: FoundDate[]): FoundDate | null {
  const newest = Math.max(0, ...dates.map((d) => d.year ?? 0))
  if (weekday === undefined || newest === 0) return null
  const fits = [newest, newest + 1]
    .map((year) => ({ ...date, year }))
    .filter((d) => weekdayOfDay({ year: d.year, month: d.month, day: d.day as number }) === weekday)
  return fits.length === 1 ? (fits[0] as FoundDate) : null
}
