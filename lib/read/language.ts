import { eld } from 'eld/small'
import type { Field, Flag } from '#lib/core/article.ts'
import type { DraftBlock } from '#lib/read/draft.ts'

/** Letters that only Pashto has; the detector does not know it and calls it Arabic. */
const PASHTO = /[ښځڅډړږګۍ]/g
/** Letters that only Sorani has among our languages. */
const SORANI = /[ێۆڵڕ]/g
const ARABIC_SCRIPT = /\p{Script=Arabic}/u
/** A stretch counts from this many characters on: shorter ones are quotations, names and slogans. */
const STRETCH = 160

/** So many letters settle the language; more only cost time. */
const SAMPLE = 300

/** ISO 639-1 of a text (ckb for Sorani), `und` where there are too few letters to say. */
export function languageOf(text: string): { language: string; confidence: number } {
  const letters = text
    .slice(0, SAMPLE * 2)
    .replace(/[^\p{L}\p{M}\s]+/gu, ' ')
    .trim()
  if (letters.length < 3) return { language: 'und', confidence: 0 }
  const sample = letters.length > SAMPLE ? letters.slice(0, SAMPLE) : letters
  const sureness = (isReliable: boolean) =>
    Math.min(0.99, (isReliable ? 0.75 : 0.4) + Math.min(sample.length, 240) / 1000)
  // The detector costs as much as all else that reading does: it is asked where letters and articles leave a doubt.
  if (isPlainlyArabic(sample)) return { language: 'ar', confidence: sureness(true) }
  const seen = eld.detect(sample)
  const confidence = sureness(seen.isReliable())
  if (ARABIC_SCRIPT.test(sample)) {
    if ((sample.match(PASHTO)?.length ?? 0) * 40 > sample.length) return { language: 'ps', confidence }
    if (seen.language === 'ku' || (sample.match(SORANI)?.length ?? 0) * 40 > sample.length)
      return { language: 'ckb', confidence }
    // Two or three words of Arabic letters alone are not enough to leave Arabic.
    if (sample.length < 12 && !/[پچژگٹڈےںھہ]/.test(sample)) return { language: 'ar', confidence: 0.5 }
  }
  return { language: seen.language || 'und', confidence: seen.language ? confidence : 0 }
}

/** A share of fewer words means nothing. */
const LEAST_WORDS = 12
/** Every such word of Arabic begins with the article, or more; of Persian and Urdu, hardly any. */
const ARTICLE_EVERY = 10
/** Letters for one of another script: a name or two. */
const FOREIGN_EVERY = 12

/** Letters of no language but Arabic among those of its script, and the article ال before many words. */
function isPlainlyArabic(letters: string): boolean {
  let words = 0
  let withArticle = 0
  let foreign = 0
  let isInside = false
  for (let i = 0; i < letters.length; i++) {
    const code = letters.charCodeAt(i)
    if (code <= 0x20) {
      isInside = false
      continue
    }
    if (code < 0x621 || code > 0x652) {
      // Persian, Urdu, Sorani and Pashto have letters of their own in every sentence.
      if (code >= 0x600 && code !== 0x670) return false
      foreign++
    } else if (!isInside) {
      words++
      if (code === 0x627 && letters.charCodeAt(i + 1) === 0x644) withArticle++
    }
    isInside = true
  }
  return words >= LEAST_WORDS && withArticle * ARTICLE_EVERY >= words && foreign * FOREIGN_EVERY <= letters.length
}

/** The language of the article: its text's, or what the document declares where the text is too short to tell. */
export function articleLanguage(text: string, title: string, declared: string | null): Field<string> {
  const read = languageOf(text.length >= 40 ? text : `${title}\n${text}`)
  const said = declared?.trim().toLowerCase().split(/[-_]/)[0] || null
  if (said && /^[a-z]{2,3}$/.test(said) && (read.language === 'und' || (text.length < 40 && read.confidence < 0.8))) {
    return { value: said, evidence: { rule: 'language.declared', quote: declared ?? said }, confidence: 0.6 }
  }
  return {
    value: read.language,
    evidence: { rule: 'language.text', ...(said && said !== read.language ? { detail: { declared: said } } : {}) },
    confidence: said === read.language ? 0.99 : read.confidence,
  }
}

/** `mixed-language` where whole paragraphs of real size are in another language than the article. */
export function mixedLanguageFlag(blocks: DraftBlock[], language: string): Flag | null {
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0)
  let foreign = 0
  const found = new Set<string>()
  let quote = ''
  const scriptOfArticle = scriptOf(language)
  for (const { text } of blocks) {
    if (text.length < STRETCH) continue
    const otherScript = ARABIC_SCRIPT.test(text.slice(0, 80)) !== (scriptOfArticle === 'arabic')
    // Asking the detector about every paragraph would cost more than the rest of the reading; script first.
    if (!otherScript && blocks.length > 6 && scriptOfArticle === 'arabic') {
      if (!/[پچژگٹڈےںہڑێۆڵ]/.test(text)) continue
    }
    const read = languageOf(text)
    if (read.language === language || read.language === 'und' || read.confidence < 0.85) continue
    foreign += text.length
    found.add(read.language)
    quote ||= text.slice(0, 120)
  }
  if (foreign < STRETCH || foreign < total * 0.08) return null
  return {
    kind: 'mixed-language',
    evidence: {
      rule: 'language.stretch',
      quote,
      detail: { languages: [...found], share: Math.round((foreign / total) * 100) / 100 },
    },
    confidence: 0.85,
  }
}

const ARABIC_WRITTEN = new Set(['ar', 'fa', 'ur', 'ckb', 'ps', 'ug', 'sd'])
const scriptOf = (language: string) => (ARABIC_WRITTEN.has(language) ? 'arabic' : 'other')
