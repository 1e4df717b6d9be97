import type { Flag } from '#lib/core/article.ts'
import { informativeStems, skeletonOf, type TellingStem, tellingStems, weightOf } from '#lib/read/informative-stems.ts'
import { foldText } from '#lib/text/fold.ts'
import { tokensOf } from '#lib/text/lexicon.ts'

/** A headline with fewer telling words than this gives no ground to doubt it. */
const LEAST_TITLE = 3
/** A text of fewer words may well not repeat its headline's. */
const LEAST_TEXT = 40
/** So many words stand in these first characters of any longer text. */
const SHORT_TEXT = 600
/**
 * Agreement below which a headline is doubted. Measured over 14,900 Arabic articles of 2015 with their own headlines:
 * at .12 one sound headline in 300 falls below it, and 4 of 5 headlines of other articles.
 */
const DOUBTFUL = 0.12
/** Stems within so many of the text's beginning are its lead, where a headline's words belong. */
const LEAD = 50
const LEAD_TEXT = 700
/** A headline that shares nothing with so many characters shares nothing with the rest. */
const ENOUGH_TEXT = 6000

/**
 * Doubts a headline that shares next to nothing with its text: no names, no telling words, whatever their form. Common
 * words of news (minister, discusses, new) count for nothing and frequent ones for half, see informative-stems.ts. Words
 * are compared as stems, then by their consonants, because a headline has "يبحث" where the text has "مباحثات".
 * @param title the headline; `text` the article, `folded` the same folded; `alternatives` other headlines the document carries
 * @returns the flag with the figures and a better headline, or null where the headline holds
 */
export function titleMismatchFlag(
  title: string,
  text: string,
  alternatives: string[],
  folded = foldText(text),
): Flag | null {
  const telling = tellingOf(title)
  if (telling.length < LEAST_TITLE) return null
  const lead = tokensOf(folded.slice(0, LEAD_TEXT))
  if ((lead.starts[LEAST_TEXT - 1] ?? SHORT_TEXT) >= SHORT_TEXT) return null
  // Nearly every headline is borne out by the lead; only the others are worth reading on for.
  if (agreementOf(telling, tellingStems(lead)) >= DOUBTFUL * 2) return null
  const body = tellingStems(tokensOf(folded.slice(0, ENOUGH_TEXT)))
  const agreement = agreementOf(telling, body)
  if (agreement >= DOUBTFUL || isBorneOut(title, telling, text, folded)) return null
  const said = new Set(body.flatMap(({ stem, skeleton }) => [stem, skeleton]))
  const shared = telling.filter((stem) => said.has(stem))
  const proposed = alternatives.find((other) => isBetter(other, body)) ?? leadOf(text)
  return {
    kind: 'title-mismatch',
    evidence: {
      rule: 'title.shares-nothing',
      quote: title,
      detail: {
        shared,
        missing: telling.filter((s) => !shared.includes(s)),
        agreement: Math.round(agreement * 1000) / 1000,
        proposed,
      },
    },
    confidence: Math.min(0.97, 0.6 + telling.length * 0.03 + (DOUBTFUL - agreement) * 1.5),
  }
}

const tellingOf = (title: string): string[] =>
  [...new Set(informativeStems(foldText(title)))].filter((stem) => !/^\d{1,2}$/.test(stem))

type Place = { count: number; first: number }

/** Where some keys, stems or consonants, stand in a text's stems. */
function placesOf(keys: Iterable<string>, body: TellingStem[]): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const key of keys) places.set(key, { count: 0, first: 0 })
  const note = (key: string, at: number) => {
    const place = places.get(key)
    if (place && place.count++ === 0) place.first = at
  }
  for (let i = 0; i < body.length; i++) {
    const { stem, skeleton } = body[i] as TellingStem
    note(stem, i)
    note(skeleton, i)
  }
  return places
}

/** Weighted share of the headline's stems that the text has, 0 to 1; less in long texts, which share more by chance. */
function agreementOf(telling: string[], body: TellingStem[]): number {
  const places = placesOf([...telling, ...telling.map(skeletonOf)], body)
  const placeOf = (key: string): Place | null => {
    const place = places.get(key)
    return place && place.count > 0 ? place : null
  }
  let found = 0
  let all = 0
  for (const stem of telling) {
    const weight = weightOf(stem)
    all += weight
    const same = placeOf(stem)
    const place = same ?? placeOf(skeletonOf(stem))
    if (!place) continue
    const standing = place.first < LEAD ? 1 : place.count > 1 ? 0.8 : 0.55
    found += weight * (same ? 1 : 0.6) * standing
  }
  return (found / all) * Math.min(1, 1.6 / Math.log10(Math.max(40, body.length)))
}

/**
 * Signs that stems miss: ECOWAS in both is no chance, and outside Arabic, for which the stems and the measure were made,
 * one telling word inside any word of the text (German joins words) is enough to let the headline stand.
 */
function isBorneOut(title: string, telling: string[], text: string, folded: string): boolean {
  if (title.match(/(?<![\p{L}\p{N}])\p{Lu}{3,}(?![\p{L}\p{N}])/gu)?.some((acronym) => text.includes(acronym)))
    return true
  return telling.some((stem) => stem.length >= 5 && !/\p{Script=Arabic}/u.test(stem) && folded.includes(stem))
}

function isBetter(title: string, body: TellingStem[]): boolean {
  const telling = tellingOf(title)
  return telling.length >= 2 && agreementOf(telling, body) >= 0.4
}

/** The first sentence, cut at a clause, as a headline to propose. */
function leadOf(text: string): string {
  const sentence = text.split('\n')[0]?.split(/(?<=[.!?؟])\s/)[0] ?? ''
  const words = sentence.split(/\s+/)
  if (words.length <= 16) return sentence.replace(/[.،,]$/, '')
  const clause = sentence.split(/[،,؛;:]/)[0] ?? ''
  const short = clause.split(/\s+/).length
  return short >= 5 && short <= 18 ? clause : `${words.slice(0, 14).join(' ')}…`
}
