import type { Evidence, Flag } from '#lib/core/article.ts'
import { dayNumber } from '#lib/read/dates/best-reading.ts'
import type { FoundDate } from '#lib/read/dates/find-dates.ts'
import type { DateWords } from '#lib/read/draft.ts'

/** Words of a date with the day (or month) that was read in them. */
type Dated = {
  iso: string
  date: FoundDate
  words: DateWords
  isYearGuessed: boolean
  /** The same figures the other way round: 05/12 and 12/05 do not disagree. */
  otherReading: string | null
}

/** Below this trust another date is no disagreement. */
const TRUSTED = 0.7
/**
 * What states a publication: the delivery's field, a page's metadata, a line that says so. Dates that a page shows
 * without saying of what are as often those of other articles.
 */
const STATEMENT = /^(?:stated\.|date\.(?:meta\.|json-ld|microdata|labelled|(?:under|over)-title))/
const SURE = 0.8
const DAY = 86_400_000

/** Another date that says it is the publication, more than a day away from the chosen one: both are shown. */
export function otherDate(chosen: Dated, published: readonly Dated[]): Record<string, string> {
  const other = surest(
    published.filter((c) => c.words.confidence >= TRUSTED && Math.abs(dayNumber(c.iso) - dayNumber(chosen.iso)) > 1),
  )
  return other ? { otherDate: other.iso, otherRule: other.words.rule, otherQuote: other.words.text.slice(0, 120) } : {}
}

/**
 * The doubt where two statements of the publication (the delivery's own field, metadata, a labelled line) lie more than
 * a day apart. What differs by a time zone does not, nor does the day on which the page says that it was changed.
 * @param changed days on which the document says that it was modified
 */
export function disagreementFlag(
  chosen: Dated,
  published: readonly Dated[],
  changed: readonly Dated[],
  evidence: Evidence,
): Flag | null {
  if (!isStatement(chosen)) return null
  const isChange = (iso: string) => changed.some((c) => Math.abs(dayNumber(c.iso) - dayNumber(iso)) <= 1)
  const other = surest(
    published.filter(
      (c) =>
        isStatement(c) &&
        isMoreThanADay(chosen, c) &&
        !isReadOtherwise(chosen, c) &&
        !isChange(c.iso > chosen.iso ? c.iso : chosen.iso),
    ),
  )
  if (!other) return null
  return {
    kind: 'date-disagrees',
    evidence: {
      rule: 'date.disagreement',
      quote: other.words.text.slice(0, 200),
      detail: {
        date: chosen.iso,
        dateRule: chosen.words.rule,
        dateQuote: evidence.quote ?? null,
        otherDate: other.iso,
        otherRule: other.words.rule,
        days: Math.round(Math.abs(dayNumber(other.iso) - dayNumber(chosen.iso))),
      },
    },
    confidence: Math.min(chosen.words.confidence, other.words.confidence),
  }
}

const surest = (dates: readonly Dated[]): Dated | null =>
  dates.reduce<Dated | null>((best, c) => (best && best.words.confidence >= c.words.confidence ? best : c), null)

/** Its year is written, and it is not the zero of a clock that was never set. */
const isStatement = ({ iso, words, isYearGuessed }: Dated): boolean =>
  words.confidence >= SURE && STATEMENT.test(words.rule) && !isYearGuessed && !/^(?:1900|1970)-01-01/.test(iso)

const isReadOtherwise = (a: Dated, b: Dated): boolean =>
  [
    [a.otherReading, b.iso],
    [b.otherReading, a.iso],
  ].some(([other, iso]) => other && Math.abs(dayNumber(other) - dayNumber(iso ?? null)) <= 1)

/** By the hours where both say them with their zone; otherwise by calendar days, of which one is what zones make. */
function isMoreThanADay(a: Dated, b: Dated): boolean {
  if (a.date.day === null || b.date.day === null) return a.iso.slice(0, 7) !== b.iso.slice(0, 7)
  const [at, bt] = [instant(a), instant(b)]
  if (at !== null && bt !== null) return Math.abs(at - bt) > DAY
  // A computed Hijri day may be one off by itself.
  const within = a.date.calendar === 'hijri' || b.date.calendar === 'hijri' ? 2 : 1
  return Math.abs(dayNumber(a.iso) - dayNumber(b.iso)) > within
}

function instant({ iso, date: { time } }: Dated): number | null {
  const at = time && time.length > 5 ? Date.parse(`${iso}T${time.slice(0, 5)}:00${time.slice(5)}`) : Number.NaN
  return Number.isNaN(at) ? null : at
}
