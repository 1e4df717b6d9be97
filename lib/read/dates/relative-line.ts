import type { Field, PublishedAt } from '#lib/core/article.ts'
import { dayAfter, dayNumber } from '#lib/read/dates/best-reading.ts'
import { WEEKDAY_SOURCE, weekdayOf } from '#lib/read/dates/months.ts'
import { minutesOf } from '#lib/read/dates/not-later.ts'
import { type Ago, agoOf, momentAgo } from '#lib/read/dates/relative.ts'
import type { Aside } from '#lib/read/draft.ts'
import { foldText } from '#lib/text/fold.ts'

/** Pieces of a line that a name and the time share: «الجزيرة | منذ 3 ساعات». */
const BETWEEN = /\s*[|•·–—]\s*|\s+-\s+|[،,:]\s+/u
const MODIFIED = /(?:تحديث|تعديل|updated|modified|mis a jour)/u
/** A weekday and perhaps a clock, and nothing else. */
const WEEKDAY_ALONE = new RegExp(
  `^(${WEEKDAY_SOURCE})(\\s*[,،-]?\\s*(?:الساعه\\s*)?\\d{1,2}:\\d{2}\\s*\\p{L}{0,5})?$`,
  'u',
)

/**
 * «منذ ساعتين», «أمس», «الأربعاء 12:30» on a line of its own above the article, counted back from when the page was shown.
 * @param base the page's clock (ISO day) or the arrival (ISO instant or day)
 * @param offset of the source's zone (`+03:00`), to tell its day from UTC's
 */
export function relativeLine(asides: Aside[], base: string, offset: string | null): Field<PublishedAt> | null {
  for (const aside of asides) {
    const folded = foldText(aside.text).trim()
    // A line with a year is a date itself, and its weekday belongs to it.
    if (aside.place !== 'before' || folded.length > 60 || /\d{4}/.test(folded) || MODIFIED.test(folded)) continue
    const ago = [folded, ...folded.split(BETWEEN)].map(agoOf).find((found) => found?.isMarked)
    const value = ago ? counted(base, ago, offset) : lastWeekday(folded, base, offset)
    if (!value) continue
    return {
      value,
      evidence: { rule: ago ? 'date.relative' : 'date.weekday', quote: aside.text, detail: { base } },
      confidence: ago ? 0.6 : 0.5,
    }
  }
  return null
}

const instantOf = (base: string, offset: string | null): number =>
  Date.parse(base) + (base.length > 10 && offset ? minutesOf(offset) * 60_000 : 0)

/** "Two weeks ago" is any day of a week: as exact as the units are, a month or a year where they are long. */
function counted(base: string, ago: Ago, offset: string | null): PublishedAt | null {
  const now = instantOf(base, offset)
  // Against a mere day hours are as good as none, whichever half of it they may reach into.
  const last = momentAgo(now, base.length > 10 ? ago : { ...ago, minutes: Math.floor(ago.minutes / 1440) * 1440 })
  if (ago.unit === 'second' || ago.unit === 'minute' || ago.unit === 'hour' || ago.unit === 'day')
    return { iso: dayOf(last), precision: 'day' }
  const step: Ago = { months: 0, days: 0, minutes: 0, unit: 'day', isMarked: true }
  if (ago.unit === 'week') step.days = 6
  else step.months = ago.unit === 'month' ? 1 : 12
  const first = momentAgo(last, step)
  if (dayOf(first).slice(0, 7) === dayOf(last).slice(0, 7)) return { iso: dayOf(last).slice(0, 7), precision: 'month' }
  return dayOf(first).slice(0, 4) === dayOf(last).slice(0, 4)
    ? { iso: dayOf(last).slice(0, 4), precision: 'year' }
    : null
}

/**
 * The last such weekday. Pages show their own weekday too, so one that stands without a time counts only beside the page's
 * date, and only if it is another day.
 */
function lastWeekday(folded: string, base: string, offset: string | null): PublishedAt | null {
  const match = WEEKDAY_ALONE.exec(folded)
  const weekday = weekdayOf(match?.[1] ?? '')
  if (weekday === undefined) return null
  const today = dayOf(instantOf(base, offset))
  // The first day of the epoch was a Thursday.
  const back = (dayNumber(today) + 4 - weekday) % 7
  const isArticles = match?.[2] ? true : base.length === 10 && back > 0
  return isArticles ? { iso: dayAfter(today, -back), precision: 'day' } : null
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
