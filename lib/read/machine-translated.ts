import type { Flag } from '#lib/core/article.ts'
import type { Draft } from '#lib/read/draft.ts'
import { languageOf } from '#lib/read/language.ts'
import type { SourceRow } from '#lib/read/vocabulary.ts'
import { foldText } from '#lib/text/fold.ts'

/** Somebody says so. Folded. */
const STATED =
  /(?:ترجم(?:ه|ت) (?:اليه|اليا|الاليه)|مترجم(?:ه)? (?:اليا|بواسطه)|ترجمه (?:جوجل|غوغل)|machine[- ]translat|automatically translated|translated (?:by|with|using) (?:google|ai|deepl|microsoft|machine)|google translate|traduction automatique|traduit automatiquement|ماشینی ترجمه)/u
/** A placeholder of the site's template, put through the translator with the text: [إعلان_1], [اعلان 2], (صورة 1). */
const PLACEHOLDER = /^\s*[[{(]\s*\p{L}+[_ ]\d{1,2}\s*[\]})]\s*$/u
const NUMBERED_PICTURE = /\((?:صورة|الصورة|photo|image)\s*\d{1,2}\)\s*$/iu
/** English that a translated page leaves behind in its widgets. */
const LEFTOVER = /^(?:no data|no results?|loading|undefined|null|n\/a)\.?$/i
/** Two independent signs, one of them about another language, make it likely. */
const ENOUGH = 1
/** What a name in another language says. */
const FOREIGN_NAME = 0.6

/**
 * A text that a machine put into this language: the page says so, or a site whose own words and first publisher are in a
 * third language carries it among template words that were translated, or left, by the machine.
 */
export function machineTranslatedFlag(
  draft: Draft,
  language: string,
  source: SourceRow | null,
  text: string,
): Flag | null {
  const edge = `${draft.asides.map((a) => a.text).join('\n')}\n${text.slice(-300)}\n${text.slice(0, 200)}`
  const stated = STATED.exec(foldText(edge))
  if (stated) return flag(['stated'], stated[0], 0.95)
  const signs: [string, number, string][] = []
  if (source?.language && source.language !== language && source.kind === 'aggregator')
    signs.push(['aggregator-of-another-language', 0.5, source.slug])
  const placeholder = draft.asides.find((a) => PLACEHOLDER.test(a.text) || NUMBERED_PICTURE.test(a.text))
  if (placeholder) signs.push(['template-placeholder', 0.5, placeholder.text])
  const leftover = language === 'en' ? undefined : draft.asides.find((a) => LEFTOVER.test(a.text.trim()))
  if (leftover) signs.push(['untranslated-widget', 0.25, leftover.text])
  // The language of names is asked for last, and only where it would decide: asking costs most.
  const beside = signs.reduce((sum, [, weight]) => sum + weight, 0)
  const foreign = beside + FOREIGN_NAME >= ENOUGH ? foreignName(draft, language) : null
  if (foreign) signs.unshift(['site-in-another-language', FOREIGN_NAME, foreign])
  const total = signs.reduce((sum, [, weight]) => sum + weight, 0)
  const isForeign = signs.some(([name]) => name.includes('another-language'))
  if (!isForeign || total < ENOUGH) return null
  return flag(
    signs.map(([name]) => name),
    signs[0]?.[2] ?? '',
    Math.min(0.92, 0.35 + total * 0.4),
  )
}

/** A tagline or a first publisher in a language that is neither the article's nor English or French, which all sites use. */
function foreignName(draft: Draft, language: string): string | null {
  const names = [
    ...draft.asides.filter((a) => a.place === 'before').map((a) => a.text),
    ...draft.origins.map((o) => o.value),
  ]
  for (const name of names) {
    const letters = name.replace(/[^\p{L}\s]/gu, ' ').trim()
    if (letters.length < 7) continue
    const read = languageOf(letters)
    const isUsual = ['en', 'fr', 'ar', 'und', language].includes(read.language)
    // Short Latin names look like many languages; letters that only some languages have are a surer sign.
    if (!isUsual && (letters.split(/\s+/).length >= 3 || /[^\u0000-\u00ff\u0600-\u06ff]/.test(letters))) return name
  }
  return null
}

const flag = (signs: string[], quote: string, confidence: number): Flag => ({
  kind: 'machine-translated',
  evidence: { rule: `translated.${signs[0]}`, quote, detail: { signs } },
  confidence,
})
