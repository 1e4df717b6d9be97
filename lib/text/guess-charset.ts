import { decoderOf } from '#lib/text/decoder-of.ts'

/** Charsets that Arabic and French news really arrive in, when they do not arrive in UTF-8. */
const CANDIDATES = ['windows-1256', 'iso-8859-6', 'x-mac-arabic', 'windows-1252'] as const

/** The commonest letters of Arabic running text; in a wrong charset they turn into rare ones or signs. */
const COMMON_ARABIC = new Set('اليمنوترةبعدسكفقحهأجىإشصطخذضغثزءئآؤظ')
const VOWELLED_LATIN = /[a-z][\u00e0-\u00ff]|[\u00c0-\u00ff][a-z]/g

/**
 * The charset of bytes that are not UTF-8. The declared one wins unless another reads clearly better.
 * @param declared a label that `decoderOf` knows, or undefined
 */
export function guessCharset(bytes: Uint8Array, declared: string | undefined): string {
  // Bytes above 0x7f decide; a long page need not be decoded whole several times.
  const sample = bytes.subarray(0, 65_536)
  let best: { charset: string; score: number } = { charset: 'windows-1252', score: Number.NEGATIVE_INFINITY }
  for (const charset of new Set([...(declared && declared !== 'utf-8' ? [declared] : []), ...CANDIDATES])) {
    const score = likeness(decoderOf(charset).decode(sample)) + (charset === declared ? 0.15 : 0)
    if (score > best.score) best = { charset, score }
  }
  return best.charset
}

/** Letters of other scripts read well in nearly any table: worth more than wrong Arabic, less than right Arabic. */
const OTHER_SCRIPT = 0.75

/** Brackets inside Arabic words and vowel signs at their beginning: a wrong table for them. */
const MISPLACED = /[\u0621-\u064a][[\]^_\\{|}!*+&$#][\u0621-\u064a]|(?<=\s)[\u064b-\u0652]/g

/** How much the letters beyond ASCII look like writing: about 1 for right, under 0.5 for wrong. */
export function likeness(text: string): number {
  let beyond = 0
  let good = 0
  let positions = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) continue
    beyond++
    if (code >= 0x600 && code <= 0x6ff) {
      const letter = text[i] as string
      if (COMMON_ARABIC.has(letter)) good++
      // ة and ى end words: inside one they betray a wrong table.
      if ((letter === 'ة' || letter === 'ى') && isArabicLetter(text.charCodeAt(i + 1))) positions++
    } else if (code >= 0x370 && code < 0xf900 && /\p{L}/u.test(text[i] as string)) good += OTHER_SCRIPT
    else if (code === 0xfffd || (code >= 0x80 && code < 0xa0)) good -= 2
  }
  if (beyond === 0) return 0
  const latin = (text.match(VOWELLED_LATIN)?.length ?? 0) * 1.2
  positions += text.match(MISPLACED)?.length ?? 0
  return Math.max(good - positions * 3, Math.min(latin, beyond)) / beyond
}

const isArabicLetter = (code: number) => code >= 0x621 && code <= 0x64a
