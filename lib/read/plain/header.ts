import { WEEKDAY_SOURCE } from '#lib/read/dates/months.ts'
import type { Clue, DateWords } from '#lib/read/draft.ts'
import { informativeStems } from '#lib/read/informative-stems.ts'
import { collapseDoubled, nameBesideDate } from '#lib/read/plain/beside-date.ts'
import { labelledField } from '#lib/read/plain/labels.ts'
import type { Line } from '#lib/read/plain/lines.ts'

/** What the lines above an article say. `standfirst` are indexes of header lines that begin the text itself. */
export type Header = {
  titles: Clue[]
  dates: DateWords[]
  siteNames: Clue[]
  origins: Clue[]
  authors: Clue[]
  address: string | null
  standfirst: number[]
}

const MODIFIED = /(?:تحديث|updated|modified|mis a jour|edited)/u
const PUBLISHED = /(?:نشر|published|posted|publie)/u
const CLOCK = /\d{1,2}:\d{2}/
const WEEKDAY = new RegExp(`(?<!\\p{L})(?:${WEEKDAY_SOURCE})(?!\\p{L})`, 'u')
const ADDRESS = /https?:\/\/[^\s<>"']+/
/** A site that signs with its domain: «Example.com - …». */
const DOMAIN_NAME =
  /^((?:www\.)?[\p{L}\p{N}-]{2,30}\.(?:com|net|org|info|news|tv|press|[a-z]{2})(?:\.[a-z]{2})?)(?=$|[\s|:–—-])/iu
const TAGLINE = /\s+[-–—|:•]\s+/

/** Reads the lines before the article; `body` are the article's own lines, which a headline should share words with. */
export function readHeader(above: Line[], body: Line[]): Header {
  const header: Header = {
    titles: [],
    dates: [],
    siteNames: [],
    origins: [],
    authors: [],
    address: null,
    standfirst: [],
  }
  const labelled = new Set<number>()
  for (const [i, line] of above.entries()) {
    header.address ??= ADDRESS.exec(line.text)?.[0] ?? null
    const field = labelledField(line.text)
    if (field) {
      labelled.add(i)
      collectLabelled(header, field)
    }
  }
  const title = chooseTitle(above, body, labelled)
  if (title !== null && header.titles.length === 0) header.titles.push(titleClue(above[title.index] as Line, title))
  const titleAt = title?.index ?? 0
  for (const [i, line] of above.entries()) {
    if (labelled.has(i) || i === title?.index) continue
    if (line.date) readDateLine(header, line, i, titleAt, above)
    else readNameLine(header, line, i, titleAt, title !== null)
    const isLead =
      title !== null &&
      i > titleAt &&
      line.words >= 12 &&
      line.date === null &&
      line.furniture === null &&
      !line.repeats
    if (isLead && above.slice(i).every((l) => l.furniture !== 'end-heading')) header.standfirst.push(i)
  }
  return header
}

function collectLabelled(header: Header, { field, value, quote }: { field: string; value: string; quote: string }) {
  const clue = { value, evidence: { rule: `${field}.labelled`, quote }, confidence: 0.9 }
  if (field === 'title') header.titles.push(clue)
  else if (field === 'source') header.siteNames.push(clue)
  else if (field === 'byline') header.authors.push(clue)
  else if (field === 'date')
    header.dates.push({ text: value, role: 'published', rule: 'date.labelled', confidence: 0.9 })
}

type Chosen = { index: number; shared: number; repeated: boolean }

function chooseTitle(above: Line[], body: Line[], labelled: Set<number>): Chosen | null {
  const isArabic = body.filter((l) => l.arabic).length * 2 >= body.length
  const times = new Map<string, number>()
  for (const line of above) times.set(line.folded, (times.get(line.folded) ?? 0) + 1)
  const candidates = above.flatMap((line, index) =>
    labelled.has(index) || line.date || line.furniture || line.words < 2 || line.words > 32 || ADDRESS.test(line.text)
      ? []
      : [{ index, line, stems: informativeStems(line.folded) }],
  )
  const inBody = stemsIn(body, new Set(candidates.flatMap(({ stems }) => stems)))
  let best: (Chosen & { score: number }) | null = null
  for (const { index, line, stems } of candidates) {
    const shared = stems.length === 0 ? 0 : stems.filter((stem) => inBody.has(stem)).length / stems.length
    const repeated = (times.get(line.folded) ?? 1) > 1
    let score = shared * 2 + (repeated && line.words > 3 ? 0.7 : 0)
    if (line.words < 4) score -= 0.6
    if (line.words > 20 || /[.۔]$/.test(line.text)) score -= 0.4
    if (line.arabic !== isArabic) score -= 1
    if (TAGLINE.test(line.text) || DOMAIN_NAME.test(line.text)) score -= 0.4
    // The first good line: what follows a headline may share even more words with the text.
    if (!best || score > best.score + 0.35) best = { index, shared, repeated, score }
  }
  if (!best || (best.score < -0.5 && above[best.index]?.arabic !== isArabic)) return null
  return best
}

/** Which of some stems an article's first lines have; read no further than it takes to find all of them. */
function stemsIn(body: Line[], wanted: Set<string>): Set<string> {
  const found = new Set<string>()
  for (const line of body.slice(0, 12)) {
    if (found.size === wanted.size) break
    for (const stem of informativeStems(line.folded, 1500)) if (wanted.has(stem)) found.add(stem)
  }
  return found
}

function titleClue(line: Line, { shared, repeated }: Chosen): Clue {
  return {
    value: line.text.replace(/^[\s•●▪■*]+/, ''),
    evidence: { rule: repeated ? 'title.repeated-line' : 'title.first-line', quote: line.text },
    confidence: Math.min(0.95, 0.6 + shared * 0.3 + (repeated ? 0.1 : 0)),
  }
}

/**
 * A date above an article is its own where it stands under the headline, is labelled, or stands straight over the
 * headline; at the very top, over other site lines and written out as clocks are (weekday or time, nothing beside it), it
 * is the clock of the page.
 */
function readDateLine(header: Header, line: Line, index: number, titleAt: number, above: Line[]) {
  const isOverSiteLines = index < titleAt && above.slice(index + 1, titleAt).length > 0
  const isLabelled = PUBLISHED.test(line.folded)
  if (MODIFIED.test(line.folded) && !isLabelled) {
    header.dates.push({ text: line.text, role: 'modified', rule: 'date.updated-line', confidence: 0.5 })
  } else if (isOverSiteLines && !isLabelled && hasClock(line) && nameBesideDate(line).length === 0) {
    header.dates.push({ text: line.text, role: 'page', rule: 'date.page-clock', confidence: 0.7 })
  } else {
    const confidence = isLabelled ? 0.92 : index > titleAt ? 0.85 : 0.6
    header.dates.push({
      text: line.text,
      role: 'published',
      rule: index > titleAt ? 'date.under-title' : 'date.over-title',
      confidence,
    })
  }
  for (const name of nameBesideDate(line)) {
    const clue = {
      value: name.value,
      evidence: { rule: 'source.beside-date', quote: line.text },
      confidence: name.doubled ? 0.7 : 0.5,
    }
    if (name.doubled) header.origins.push(clue)
    else header.authors.push({ ...clue, evidence: { ...clue.evidence, rule: 'byline.beside-date' } })
  }
}

function readNameLine(header: Header, line: Line, index: number, titleAt: number, hasTitle: boolean) {
  const domain = DOMAIN_NAME.exec(line.text)?.[1]
  if (domain) {
    header.siteNames.push({ value: domain, evidence: { rule: 'source.site-line', quote: line.text }, confidence: 0.75 })
  } else if (index < titleAt && TAGLINE.test(line.text) && line.words <= 14) {
    const name = line.text.split(TAGLINE)[0] ?? ''
    if (name && name.split(/\s+/).length <= 5)
      header.siteNames.push({ value: name, evidence: { rule: 'source.site-line', quote: line.text }, confidence: 0.5 })
  } else if (hasTitle && index > titleAt && line.words <= 5 && line.furniture === null && !line.repeats) {
    header.authors.push({
      value: collapseDoubled(line.text).value,
      evidence: { rule: 'byline.under-title', quote: line.text },
      confidence: 0.45,
    })
  }
}

/** Written as the clock over a page is: with the weekday, or with the time of day. */
export const hasClock = (line: Line): boolean => CLOCK.test(line.folded) || WEEKDAY.test(line.folded)

/** A trimmed paragraph without the picture credit that was glued to its end. */
export const captionless = (text: string): string =>
  text.endsWith(']') ? text.replace(/\s*\[\s*\d+\s*\]\s*$/, '') : text
