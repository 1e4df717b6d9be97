import type { Evidence, Field, Flag, PublishedAt } from '#lib/core/article.ts'
import { isoDay, weekdayOfDay } from '#lib/read/dates/calendars.ts'
import { type FoundDate, findDates, isoOf } from '#lib/read/dates/find-dates.ts'
import { inferFromText } from '#lib/read/dates/infer-from-text.ts'
import { WEEKDAY_SOURCE, weekdayOf } from '#lib/read/dates/months.ts'
import { daysAgo } from '#lib/read/dates/relative.ts'
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
  /** How this source writes 05/12. */
  order: 'dmy' | 'mdy'
}

type Candidate = { date: FoundDate; iso: string; words: DateWords }

/**
 * One publication date out of everything that carries a date. In order:
 *  1. what says it is the publication, surest first (the delivery, metadata, a labelled line, a line under the title);
 *  2. a dateline inside the text;
 *  3. "two hours ago" counted from the page's clock or the arrival;
 *  4. a visible "updated on", and what the text gives away: both flagged `date-inferred`.
 * The page's clock is kept apart, nothing is later than the arrival, and a machine's date is never taken.
 */
export function resolveDates(context: DateContext): Resolved {
  const today = context.receivedAt?.slice(0, 10) ?? null
  const candidates = candidatesOf(context, today)
  const page = candidates.find((c) => c.words.role === 'page')
  const pageDate = page
    ? { value: page.iso.slice(0, 10), evidence: evidenceOf(page), confidence: page.words.confidence }
    : null
  const published = candidates.filter((c) => c.words.role === 'published')
  const stated = published.length > 0 ? surest(published) : null
  if (stated) return { publishedAt: asField(stated, context, disagreement(stated, published)), pageDate, flags: [] }
  const guess =
    relative(context, pageDate?.value ?? null) ??
    updated(candidates, context) ??
    inferred(context, today) ??
    freshEvent(context, today)
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

function candidatesOf(context: DateContext, today: string | null): Candidate[] {
  const spoken = findDates(context.folded.slice(0, 6000), context.order)
  const words = [...context.words, ...dateline(context.opening)]
  const candidates: Candidate[] = []
  for (const word of words) {
    const folded = foldText(word.text)
    const date = bestReading(findDates(folded, context.order), folded, spoken, today)
    const iso = date && isoOf(date)
    // A day's grace: the arrival's clock may be in another time zone than the source's.
    if (
      !date ||
      !iso ||
      (date.day === null && word.rule === 'date.dateline') ||
      (today && iso.slice(0, 10) > nextDay(today))
    )
      continue
    candidates.push({ date, iso, words: word })
  }
  return candidates
}

/** The fullest date of the words; of 05/12 and 12/05 the one that is not in the future and follows what the text tells. */
function bestReading(found: FoundDate[], folded: string, spoken: FoundDate[], today: string | null): FoundDate | null {
  const date =
    found.find((d) => d.year !== null && d.day !== null) ??
    withYear(found[0], folded, today) ??
    found.find((d) => d.year !== null) ??
    null
  if (!date?.other) return date
  const exchanged = { ...date, ...date.other, other: null }
  const iso = isoOf(date) ?? ''
  const isoExchanged = isoOf(exchanged) ?? ''
  if (today && iso > nextDay(today) && isoExchanged <= nextDay(today)) return exchanged
  const named = spoken.filter((d) => d.day !== null && d.other === null)
  const near = (d: string) =>
    named.some((s) => Math.abs(dayNumber(isoOf({ ...s, year: s.year ?? date.year }) ?? '') - dayNumber(d)) <= 7)
  return !near(iso) && near(isoExchanged) ? exchanged : date
}

/** «الخميس 25 أبريل» has one year near the arrival in which it is true. */
function withYear(date: FoundDate | undefined, folded: string, today: string | null): FoundDate | null {
  if (!date || date.day === null || date.year !== null || !today) return null
  const weekday = weekdayOf(new RegExp(`(?<!\\p{L})(${WEEKDAY_SOURCE})(?!\\p{L})`, 'u').exec(folded)?.[1] ?? '')
  const newest = Number(today.slice(0, 4))
  for (let year = newest; year > newest - 3; year--) {
    const iso = isoDay({ year, month: date.month, day: date.day })
    if (iso > today) continue
    if (weekday === undefined || weekdayOfDay({ year, month: date.month, day: date.day }) === weekday)
      return { ...date, year }
  }
  return null
}

/** «نواكشوط، 12 مارس 2024 (…) –»: a full date among the first words, before the dash that ends a dateline. */
function dateline(opening: string): DateWords[] {
  const end = opening.search(/\s[-–—]\s|\)\s*[-–—:]|[-–—]\s|(?<=\d{4})[.:]\s/)
  if (end < 0 || end > 90) return []
  return [{ text: opening.slice(0, end), role: 'published', rule: 'date.dateline', confidence: 0.8 }]
}

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

/** Another date that says it is the publication, more than a day away from the chosen one. */
function disagreement(chosen: Candidate, published: Candidate[]): Record<string, string> {
  const other = published.find(
    (c) => c.words.confidence >= 0.7 && Math.abs(dayNumber(c.iso) - dayNumber(chosen.iso)) > 1,
  )
  return other ? { otherDate: other.iso, otherRule: other.words.rule } : {}
}

function asField(candidate: Candidate, context: DateContext, detail: Record<string, string> = {}): Field<PublishedAt> {
  const { date, iso, words } = candidate
  const evidence = { ...evidenceOf(candidate), ...(Object.keys(detail).length > 0 ? { detail } : {}) }
  const confidence = detail.otherDate ? words.confidence - 0.1 : words.confidence
  if (date.day === null) return { value: { iso, precision: 'month' }, evidence, confidence }
  const time = date.time && zoned(iso, date.time, context.timeZone)
  if (!time) return { value: { iso, precision: 'day' }, evidence, confidence }
  return { value: { iso: `${iso}T${time}`, precision: 'minute' }, evidence, confidence }
}

/** A time without a zone is an instant only where the source's zone is known; the day stands either way. */
function zoned(iso: string, time: string, timeZone: string | null): string | null {
  if (time.length > 5) return `${time.slice(0, 5)}:00${time.slice(5)}`
  const offset = timeZone && offsetOf(timeZone, `${iso}T${time}:00Z`)
  return offset ? `${time}:00${offset}` : null
}

const evidenceOf = ({ words }: Candidate): Evidence => ({ rule: words.rule, quote: words.text.slice(0, 200) })

/** «منذ ساعتين» on a line of its own, counted from the page's clock or from the arrival. */
function relative(context: DateContext, pageDate: string | null): Field<PublishedAt> | null {
  const base = pageDate ?? context.receivedAt?.slice(0, 10)
  if (!base) return null
  for (const aside of context.asides) {
    if (aside.place !== 'before' || aside.text.length > 40) continue
    const ago = daysAgo(foldText(aside.text))
    if (ago === null || ago >= 30) continue
    const iso = new Date(Date.parse(base) - Math.round(ago) * 86_400_000).toISOString().slice(0, 10)
    return {
      value: { iso, precision: 'day' },
      evidence: { rule: 'date.relative', quote: aside.text, detail: { base } },
      confidence: 0.6,
    }
  }
  return null
}

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
function freshEvent({ folded }: DateContext, today: string | null): Field<PublishedAt> | null {
  const lead = folded.slice(0, 500)
  for (const date of findDates(lead)) {
    if (date.year === null || date.day === null) continue
    const before = lead.slice(Math.max(0, date.start - 24), date.start)
    const day = isoDay({ year: date.year, month: date.month, day: date.day })
    if (!BY_WEEKDAY.test(before) || /(?:منذ|ذكري|since)/u.test(before) || (today && day > today)) continue
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
const dayNumber = (iso: string): number => Date.parse(iso.slice(0, 10)) / 86_400_000
const nextDay = (iso: string): string => new Date(Date.parse(iso) + 86_400_000).toISOString().slice(0, 10)
