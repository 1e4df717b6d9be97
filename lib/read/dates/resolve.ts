import type { Evidence, Field, Flag, PublishedAt } from '#lib/core/article.ts'
import { bestReading, type Reading } from '#lib/read/dates/best-reading.ts'
import { isoDay } from '#lib/read/dates/calendars.ts'
import { dayInText } from '#lib/read/dates/day-in-text.ts'
import { type Order, orderOf } from '#lib/read/dates/day-month-order.ts'
import { disagreementFlag, otherDate } from '#lib/read/dates/disagreement.ts'
import { type FoundDate, findDates, isoOf } from '#lib/read/dates/find-dates.ts'
import { atHome } from '#lib/read/dates/home-zone.ts'
import { inferFromText } from '#lib/read/dates/infer-from-text.ts'
import { WEEKDAY_SOURCE } from '#lib/read/dates/months.ts'
import { isAfterArrival, latestDay } from '#lib/read/dates/not-later.ts'
import { relativeLine } from '#lib/read/dates/relative-line.ts'
import { offsetOf } from '#lib/read/dates/time-zone.ts'
import type { Aside, DateWords } from '#lib/read/draft.ts'
import { foldText } from '#lib/text/fold.ts'

export type Resolved = { publishedAt: Field<PublishedAt> | null; pageDate: Field<string> | null; flags: Flag[] }
export type DateContext = {
  words: DateWords[]
  asides: Aside[]
  /** The article's own text, folded. */
  folded: string
  /** First words of the text, where a dateline would stand. */
  opening: string
  /** ISO instant or day at which the document arrived, when known. */
  receivedAt: string | null
  timeZone: string | null
  /** IANA zone that tells which day an instant in UTC was where it was published, when known. */
  homeZone?: string | null
  /** How the page says that it writes 05/12; the document's other dates, its language and country outrank it. */
  order: Order
  /** ISO 639-1 language of the article and ISO 3166 country of its source, when known. */
  language?: string | null
  country?: string | null
}

type Candidate = Reading & { iso: string; words: DateWords }
/** A text's dates are looked for no further than this. */
const SPOKEN = 6000

/**
 * One publication date out of everything that carries a date. In order:
 *  1. what says it is the publication, surest first (the delivery, metadata, a labelled line, a line under the title);
 *  2. a dateline inside the text;
 *  3. "two hours ago" counted from the page's clock or the arrival;
 *  4. a date that the text calls today, yesterday or tomorrow;
 *  5. a visible "updated on", and what else the text gives away.
 * From 3 on, and where a year had to be supplied, it is flagged `date-inferred`. The page's clock is kept apart, nothing
 * is later than the arrival, and a machine's date is never taken. Two statements that lie more than a day apart are
 * flagged `date-disagrees`.
 */
export function resolveDates(context: DateContext): Resolved {
  const zone = context.timeZone && offsetOf(context.timeZone, context.receivedAt ?? '2024-01-01')
  const latest = latestDay(context.receivedAt, zone)
  const order = orderOf(context.order, context.country ?? null, context.language ?? null, [
    ...context.words.map((w) => w.text),
    ...context.asides.filter((a) => a.text.length <= 160).map((a) => a.text),
  ])
  // Most documents state a date that leaves no doubt: their text is not looked through.
  let known: FoundDate[] | null = null
  const spoken = () => {
    known ??= findDates(context.folded.slice(0, SPOKEN), order)
    return known
  }
  const candidates = candidatesOf(context, order, spoken, latest)
  const page = candidates.find((c) => c.words.role === 'page')
  const pageDate = page
    ? { value: page.iso.slice(0, 10), evidence: evidenceOf(page), confidence: page.words.confidence }
    : null
  const published = candidates.filter((c) => c.words.role === 'published')
  const stated = published.length > 0 ? surest(published) : null
  const changed = candidates.filter((c) => c.words.role === 'modified' || c.words.role === 'changed')
  const sure = stated && asField(stated, context, otherDate(stated, published))
  const doubt = sure && disagreementFlag(stated, published, changed, sure.evidence)
  if (sure && !stated.isYearGuessed) return { publishedAt: sure, pageDate, flags: doubt ? [doubt] : [] }
  const base = pageDate?.value ?? context.receivedAt
  const guess =
    sure ??
    (base ? relativeLine(context.asides, base, zone) : null) ??
    dayInText(context.folded.slice(0, SPOKEN), spoken(), latest) ??
    updated(candidates, context) ??
    inferred(context, context.receivedAt?.slice(0, 10) ?? null) ??
    freshEvent(context, latest)
  if (guess)
    return {
      publishedAt: guess,
      pageDate,
      flags: [{ kind: 'date-inferred', evidence: guess.evidence, confidence: 1 - guess.confidence }],
    }
  if (pageDate)
    return {
      publishedAt: null,
      pageDate,
      flags: [{ kind: 'date-of-page', evidence: pageDate.evidence, confidence: pageDate.confidence }],
    }
  return {
    publishedAt: null,
    pageDate,
    flags: [{ kind: 'date-missing', evidence: { rule: 'date.none' }, confidence: 0.9 }],
  }
}

function candidatesOf(
  context: DateContext,
  order: Order,
  spoken: () => FoundDate[],
  latest: string | null,
): Candidate[] {
  const candidates: Candidate[] = []
  for (const words of [...context.words, ...dateline(context.opening)]) {
    const folded = foldText(words.text)
    const reading = bestReading(findDates(folded, order), folded, spoken, latest)
    const iso = reading && isoOf(reading.date)
    if (!reading || !iso || (latest && iso.slice(0, 10) > latest)) continue
    if (reading.date.day === null && words.rule === 'date.dateline') continue
    candidates.push({ ...reading, iso, words })
  }
  return candidates
}

/**
 * «نواكشوط، 12 مارس 2024 (…) –»: a full date among the first words, before the dash that ends a dateline. Or «(18.01.2018)»
 * before the first word.
 */
function dateline(opening: string): DateWords[] {
  const bracketed = /^\s*[([]\s*([^()[\]]{6,30}?)\s*[)\]]\s*\p{L}/u.exec(opening)?.[1]
  if (bracketed && isOnlyDate(foldText(bracketed)))
    return [{ text: bracketed, role: 'published', rule: 'date.dateline', confidence: 0.8 }]
  const end = opening.search(/\s[-–—]\s|\)\s*[-–—:]|[-–—]\s|(?<=\d{4})[.:]\s/)
  if (end < 0 || end > 90 || NARRATED.test(opening.slice(0, end))) return []
  return [{ text: opening.slice(0, end), role: 'published', rule: 'date.dateline', confidence: 0.8 }]
}

/** Nothing but a date stands there, with its weekday perhaps. */
function isOnlyDate(folded: string): boolean {
  const date = findDates(folded)[0]
  const rest = date ? folded.slice(0, date.start) + folded.slice(date.end) : folded
  return date !== undefined && new RegExp(`^[\\s،,]*(?:${WEEKDAY_SOURCE})?[\\s،,]*$`, 'u').test(rest)
}

/** Words of a sentence, which no dateline has. */
const NARRATED =
  /(?<!\p{L})(?:was|were|is|are|has|had|since|until|released|منذ|قال|قالت|كان|كانت|أعلن|أعلنت|depuis|est|sont)(?!\p{L})/iu

function surest(candidates: Candidate[]): Candidate {
  const rank = (c: Candidate) => c.words.confidence + (c.date.day === null ? -0.3 : 0)
  const best = candidates.reduce((a, b) => (rank(b) > rank(a) ? b : a))
  // The same day said elsewhere with its time says more.
  return (
    candidates.find(
      (c) => c.iso === best.iso && c.date.time !== null && c.words.confidence >= best.words.confidence - 0.25,
    ) ?? best
  )
}

function asField(
  candidate: Candidate,
  context: DateContext,
  disagreeing: Record<string, string> = {},
): Field<PublishedAt> {
  const { date, iso, words, isYearGuessed, otherReading } = candidate
  const detail: Record<string, string | boolean> = { ...disagreeing }
  if (otherReading) detail.otherReading = otherReading
  if (isYearGuessed) detail.yearGuessed = true
  const time = date.day !== null && date.time ? zoned(iso, date.time, date.zone ?? context.timeZone) : null
  const at = time && `${iso}T${time}`
  // A time that is still to come was written by a clock of another zone: the day stands, the time says nothing.
  const isAhead = at !== null && isAfterArrival(at, context.receivedAt)
  if (isAhead) detail.aheadOfArrival = at
  const doubts = (detail.otherDate ? 0.1 : 0) + (isYearGuessed ? 0.35 : 0)
  return {
    value:
      date.day === null
        ? { iso, precision: 'month' }
        : at && !isAhead
          ? { iso: atHome(at, context.timeZone ?? context.homeZone ?? null), precision: 'minute' }
          : { iso, precision: 'day' },
    evidence: { ...evidenceOf(candidate), ...(Object.keys(detail).length > 0 ? { detail } : {}) },
    confidence: words.confidence - doubts,
  }
}

/** A time without a zone is an instant only where the source's zone is known; the day stands either way. */
function zoned(iso: string, time: string, timeZone: string | null): string | null {
  if (time.length > 5) return `${time.slice(0, 5)}:00${time.slice(5)}`
  const offset = timeZone && offsetOf(timeZone, `${iso}T${time}:00Z`)
  return offset ? `${time}:00${offset}` : null
}

const evidenceOf = ({ words }: { words: DateWords }): Evidence => ({
  rule: words.rule,
  quote: words.text.slice(0, 200),
})

function updated(candidates: Candidate[], context: DateContext): Field<PublishedAt> | null {
  const found = candidates.find((c) => c.words.role === 'modified' && c.date.day !== null)
  return found ? { ...asField(found, context), confidence: 0.45 } : null
}

function inferred({ folded }: DateContext, today: string | null): Field<PublishedAt> | null {
  const found = inferFromText(folded, today)
  if (!found) return null
  const iso = isoOf(found) ?? ''
  return {
    value: { iso, precision: found.day === null ? 'month' : 'day' },
    evidence: {
      rule: 'date.text',
      quote: found.quotes[0] ?? '',
      detail: { reasons: found.quotes, days: found.days.map((day) => isoDay({ ...found, day })) },
    },
    confidence: found.day === null ? 0.5 : 0.45,
  }
}

/** «وقع ليل الأحد 1 نوفمبر 2026» among the first words: news names the weekday of what has just happened. The month holds. */
function freshEvent({ folded }: DateContext, latest: string | null): Field<PublishedAt> | null {
  const lead = folded.slice(0, 500)
  for (const date of findDates(lead)) {
    // Hijri dates with a weekday are as often invitations.
    if (date.year === null || date.day === null || date.calendar !== 'gregorian') continue
    const before = lead.slice(Math.max(0, date.start - 24), date.start)
    const day = isoDay({ year: date.year, month: date.month, day: date.day })
    if (!BY_WEEKDAY.test(before) || /(?:منذ|ذكري|since)/u.test(before) || (latest && day > latest)) continue
    const quote = lead.slice(Math.max(0, date.start - 24), date.end).trim()
    return {
      value: { iso: day.slice(0, 7), precision: 'month' },
      evidence: { rule: 'date.event', quote, detail: { event: day } },
      confidence: 0.4,
    }
  }
  return null
}

/** An hour of a weekday: plans have days, what has happened has a night or a morning. */
const BY_WEEKDAY = new RegExp(
  `(?:ليل\\p{L}*|الليل|مساء|صباح|فجر|ظهر|night|morning|evening|nuit|soir|matin)(?:\\s\\p{L}{1,3})?\\s+(?:${WEEKDAY_SOURCE})[\\s،,(]*$`,
  'u',
)
