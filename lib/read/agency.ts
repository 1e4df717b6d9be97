import type { Field } from '#lib/core/article.ts'
import { ATTRIBUTION_BEFORE, PICTURE, REPORT_AFTER, REPORT_BEFORE } from '#lib/read/credits.ts'
import type { Aside } from '#lib/read/draft.ts'
import { type AgencyRow, type Lookup, nameKey } from '#lib/read/vocabulary.ts'
import { fold, foldText } from '#lib/text/fold.ts'
import { matchesOf } from '#lib/text/matches-of.ts'

/** Below this a name is only mentioned. */
const ENOUGH = 0.5

type Sighting = { agency: AgencyRow; rule: string; confidence: number; text: string; start: number; end: number }

/**
 * The news agency behind a text. A credit in the dateline, in brackets at an end or on a line of its own says it;
 * «وفق وكالة …» nearly says it; a told-to, a reported-by and above all a picture's credit say less.
 */
export function agencyOf(
  blocks: string[],
  asides: Aside[],
  stated: string | undefined,
  lookup: Lookup,
): Field<string> | null {
  const named = stated ? lookup.agencyByName.get(nameKey(stated)) : undefined
  if (stated)
    return { value: named?.id ?? stated, evidence: { rule: 'stated.agency', quote: stated }, confidence: 0.95 }
  if (!lookup.agencyPattern) return null
  let best: Sighting | null = null
  const consider = (sighting: Sighting) => {
    if (!best || sighting.confidence > best.confidence) best = sighting
  }
  for (const [i, block] of blocks.entries()) {
    sightings(block, { first: i === 0, last: i >= blocks.length - 1, aside: false }, lookup).forEach(consider)
  }
  for (const aside of asides) {
    if (aside.text.length <= 160)
      sightings(aside.text, { first: false, last: true, aside: true }, lookup).forEach(consider)
  }
  const found = best as Sighting | null
  if (!found || found.confidence < ENOUGH) return null
  return { value: found.agency.id, evidence: { rule: found.rule, quote: quoteOf(found) }, confidence: found.confidence }
}

/** «أ ف ب», «و.م.ع»: letters apart, which no word is written in. */
const INITIALS = /^\p{L}(?:[\s.]+\p{L}){1,3}\.?$/u
/** A place of up to three words, perhaps a reporter between slashes, and the dash before the agency. */
const PLACE_AND_DASH = /^\p{L}+(?:\s\p{L}+){0,2}(?:\s*\/\s*\p{L}+(?:\s\p{L}+){1,2})?\s*[-–—/]\s*[(/«]?\s*$/u
/** «12 شعبان 1445 هـ الموافق 22 فبراير 2024 م واس»: the Gulf's agencies end their dates with the era. */
const AFTER_OFFICIAL_DATE = /\d{4}\s*م\s*[(/]?\s*$/u
/** Latin initials that headings and menus are made of too. */
const ALSO_WORDS = new Set(
  'map app tap spa ina una ani nan pana apa petra sana saba mena nova ria aki lusa ansa efe mehr fars tass ap aa pa ep ats'.split(
    ' ',
  ),
)

type Place = { first: boolean; last: boolean; aside: boolean }

function sightings(text: string, place: Place, lookup: Lookup): Sighting[] {
  const folded = foldText(text)
  const found: Sighting[] = []
  // Asked once of a whole text, however often it names agencies.
  const written = new Map<string, boolean>()
  const isWritten = (agency: AgencyRow, name: string): boolean => {
    const known = written.get(name) ?? isWrittenAs(agency, name, text)
    written.set(name, known)
    return known
  }
  let letters = -1
  for (const match of matchesOf(lookup.agencyPattern as RegExp, folded)) {
    const name = (match[2] ?? '').replace(/\s+/g, ' ')
    const agency = lookup.agencyByName.get(name) ?? lookup.agencyByName.get(`ال${name}`) ?? byInitials(name, lookup)
    // «آب» is August and a father, «إب» a town: two Arabic letters are initials only when they stand apart.
    if (/^[\u0621-\u064a]{2}$/u.test(name)) continue
    if (!agency || (name.length <= 6 && /^[a-z]+$/.test(name) && !isWritten(agency, name))) continue
    const start = match.index + (match[1]?.length ?? 0)
    const end = match.index + match[0].length
    if (letters < 0) letters = folded.replace(/[^\p{L}\p{N}]/gu, '').length
    const judged = judge({ folded, letters }, start, end, match[1] ?? '', name, place)
    if (judged) found.push({ agency, ...judged, text, start: match.index, end })
  }
  return found
}

/** App, map and petra are words; an agency's short Latin name is written as the agency writes it, in capitals mostly. */
function isWrittenAs(agency: AgencyRow, name: string, text: string): boolean {
  const forms = [agency.id, ...(agency.aliases ?? [])].filter((form) => form.toLowerCase() === name)
  // Agencies sign in small letters too, but then only in brackets: (dpa).
  return (
    forms.some((form) => new RegExp(`(?<![\\p{L}\\p{N}/-])${form}(?![\\p{L}\\p{N}/])`, 'u').test(text)) ||
    text.includes(`(${name}`)
  )
}

function byInitials(name: string, lookup: Lookup): AgencyRow | undefined {
  const letters = name.replace(/[\s.]/g, '')
  for (const [known, agency] of lookup.agencyByName) if (known.replace(/[\s.]/g, '') === letters) return agency
  return undefined
}

function judge(
  { folded, letters }: { folded: string; letters: number },
  start: number,
  end: number,
  glued: string,
  name: string,
  place: Place,
): { rule: string; confidence: number } | null {
  const before = folded.slice(Math.max(0, start - 40), start)
  const after = folded.slice(end, end + 24)
  // «بنا», «قنا» and app are words too: so short a name counts only where nothing but a credit can stand.
  const isShort = name.replace(/[\s.]/g, '').length <= (/^[a-z]/.test(name) ? 6 : 4)
  const isBracketed =
    /[([/]\s*(?:وكاله|عن|نقلا عن|وفقا ل|خاص)?\s*(?:\p{L}+\s*[-–]\s*)?$/u.test(before) && /^\s*[)\]/،,]/u.test(after)
  // «Name / AP» signs a picture; © names an owner.
  const isPicture =
    PICTURE.test(before) || PICTURE.test(after.slice(0, 14)) || /(?:[a-z.]\s*\/|©(?:\s*\p{L}+)?)\s*$/u.test(before)
  if (isPicture && (place.aside || isBracketed || /[:©/]\s*$/.test(before)))
    return { rule: 'agency.picture-credit', confidence: 0.3 }
  if (
    place.first &&
    start < 90 &&
    ((/^\s*(?:[)\]/]?\s*[-–—:/،]|[»"”]\s*[-–—])/u.test(after) &&
      (isBracketed || /^[^.،]{0,60}$/.test(folded.slice(0, start)))) ||
      (PLACE_AND_DASH.test(folded.slice(0, start)) && /^\s*\.\s/.test(after)) ||
      AFTER_OFFICIAL_DATE.test(before))
  ) {
    return { rule: 'agency.dateline', confidence: 0.95 }
  }
  const isInitials = INITIALS.test(name)
  const line = folded.trim()
  // «دمشق-سانا», «القاهرة - أ ش أ» on a line of their own.
  if (
    (place.aside || place.first || place.last) &&
    line.length <= 60 &&
    (!isShort || isInitials || (name.length >= 4 && !/^[a-z]/.test(name))) &&
    PLACE_AND_DASH.test(folded.slice(0, start).trimStart()) &&
    /^\s*[)/\]]?\s*[-–—.]?\s*$/u.test(folded.slice(end))
  )
    return { rule: 'agency.dateline', confidence: 0.85 }
  // «أ ف ب» and AFP alone on a line are nothing else; «مع أ ف ب» neither.
  if ((place.aside || place.last) && (isInitials || (/^[a-z]{3,}$/.test(name) && !ALSO_WORDS.has(name)))) {
    if (
      /^[\p{P}\s]*(?:مع|بالتعاون\s+مع|with|avec)?[\p{P}\s]*$/u.test(folded.slice(0, start)) &&
      /^[\p{P}\s]*$/u.test(folded.slice(end))
    )
      return { rule: 'agency.credit-line', confidence: 0.85 }
    if (isInitials && letters <= 20 && /[/+|•-]\s*$/u.test(before))
      return { rule: 'agency.credit-line', confidence: 0.8 }
  }
  if (ATTRIBUTION_BEFORE.test(before) || (glued.endsWith('ل') && /وفقا?\s*$/u.test(before))) {
    return { rule: place.aside ? 'agency.credit-line' : 'agency.attribution', confidence: place.aside ? 0.9 : 0.8 }
  }
  const standsAlone =
    /(?:^|[-–—|/+•:«»(,،]\s*)$/u.test(before.trimEnd() === '' ? '' : before) && /^\s*(?:$|[-–—|/+•«»)])/u.test(after)
  if (place.aside && standsAlone && !isShort) return { rule: 'agency.credit-line', confidence: 0.8 }
  if (isBracketed && (place.last || folded.length - end < 12)) return { rule: 'agency.credit', confidence: 0.9 }
  if (place.last && !(isShort && place.aside) && letters - name.replace(/[\s.]/g, '').length <= (isShort ? 0 : 14))
    return { rule: 'agency.credit-line', confidence: 0.85 }
  if (isBracketed) return { rule: 'agency.credit', confidence: 0.55 }
  if (isShort) return null
  if (REPORT_BEFORE.test(before) || REPORT_AFTER.test(after)) return { rule: 'agency.reported', confidence: 0.55 }
  if (glued.endsWith('ل') || /\btold\s*$/.test(before)) return { rule: 'agency.told', confidence: 0.5 }
  return { rule: 'agency.mention', confidence: 0.15 }
}

function quoteOf({ text, start, end }: Sighting): string {
  const span = fold(text).toOriginal(Math.max(0, start), end)
  return text.slice(Math.max(0, span.start - 24), Math.min(text.length, span.end + 8)).trim()
}
