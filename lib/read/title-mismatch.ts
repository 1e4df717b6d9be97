import type { Flag } from '#lib/core/article.ts'
import { informativeStems } from '#lib/read/informative-stems.ts'
import { foldText } from '#lib/text/fold.ts'
import { wordsOf } from '#lib/text/words.ts'

/** A headline with fewer telling words than this gives no ground to doubt it. */
const LEAST_TITLE = 3
/** A text shorter than this may well not repeat its headline's words. */
const LEAST_TEXT = 25
/** Share of the headline's telling words that another article's text shares by chance. */
const CHANCE = 0.15

/**
 * Doubts a headline that shares next to nothing with its text: no names, no telling words, whatever their form. Common
 * words of news (minister, discusses, new) count for nothing, see informative-stems.ts. Words are compared as stems, then
 * by their consonants, because a headline has "يبحث" where the text has "مباحثات".
 * @param title the headline; `text` the article; `alternatives` other headlines the document carries
 * @returns the flag with the figures and a better headline, or null where the headline holds
 */
export function titleMismatchFlag(title: string, text: string, alternatives: string[]): Flag | null {
  const telling = [...new Set(informativeStems(foldText(title)))].filter((stem) => !/^\d{1,2}$/.test(stem))
  if (telling.length < LEAST_TITLE) return null
  const folded = foldText(text)
  const words = wordsOf(folded)
  if (words.length < LEAST_TEXT) return null
  const known = vocabularyOf(folded, words)
  const shared = telling.filter((stem) => known.has(stem) || known.has(skeleton(stem)))
  if (shared.length > telling.length * CHANCE) return null
  const proposed = alternatives.find((other) => agrees(other, known)) ?? leadOf(text)
  return {
    kind: 'title-mismatch',
    evidence: { rule: 'title.shares-nothing', quote: title, detail: { shared, missing: telling.filter((s) => !shared.includes(s)), proposed } },
    confidence: Math.min(0.97, 0.7 + telling.length * 0.04 - shared.length * 0.1),
  }
}

function agrees(title: string, known: Set<string>): boolean {
  const telling = informativeStems(foldText(title))
  return telling.length >= 2 && telling.filter((stem) => known.has(stem)).length * 2 >= telling.length
}

function vocabularyOf(folded: string, words: string[]): Set<string> {
  const known = new Set<string>(words)
  for (const stem of informativeStems(folded)) {
    known.add(stem)
    known.add(skeleton(stem))
  }
  return known
}

/**
 * The consonants of a stem: مباحث, بحث and باحث meet in بحث; Latin words in their first five letters. A coarse key,
 * good for saying that two words may be one, never that they are.
 */
export function skeleton(stem: string): string {
  if (!/[\u0620-\u06ff]/.test(stem)) return stem.length > 5 ? `~${stem.slice(0, 5)}` : `~${stem}`
  let rest = stem.replace(/^(?:است|مست|يست|تست|[ويتنمباسل](?=..))/u, '').replace(/[اويءه]/g, '')
  if (rest.length < 2) rest = stem.replace(/[اويء]/g, '')
  return `~${rest.length >= 2 ? rest : stem}`
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
