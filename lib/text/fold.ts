/**
 * Folding: the one form of a text that everything compares with.
 *
 * Readers see `text`; search, tags and duplicates compare `fold(text)`. The rules, in order:
 *  1. compatibility forms become letters (NFKC per character: Arabic presentation forms, ligatures, full width);
 *  2. marks go: tashkeel, Quranic signs, Latin accents (NFD, category Mn), tatweel, zero-width and bidi controls;
 *  3. letters written in several ways become one: أإآٱ to ا, ى ی ئ to ي, ؤ to و, ة to ه, ک to ك;
 *  4. Arabic-Indic and Persian digits become 0-9;
 *  5. case is lowered.
 * The letter classes are those of Lucene's ArabicNormalizer (Larkey & Connell 2001), widened by hamza carriers and
 * Persian letters, because desks see both spellings of one name on one day.
 */

/** A folded text that remembers where each of its UTF-16 units came from. */
export type Folded = {
  text: string
  /** Span of the original text (UTF-16 units, end exclusive) for a span of the folded one, marks included. */
  toOriginal: (start: number, end: number) => Span
}

export type Span = { start: number; end: number }

const DELETE = 0
const SEVERAL = 0xffff

const LETTERS: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ٲ: 'ا',
  ٳ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ې: 'ي',
  ۍ: 'ي',
  ؤ: 'و',
  ۆ: 'و',
  ۇ: 'و',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ۃ: 'ه',
  ک: 'ك',
  ڪ: 'ك',
  گ: 'ك',
  '٫': '.',
  '٬': ',',
  '’': "'",
  ʼ: "'",
  '‘': "'",
}

/** Default-ignorable and directional controls that scraped text carries. */
const isControl = (c: number) =>
  c === 0x00ad ||
  c === 0x0640 ||
  c === 0x061c ||
  (c >= 0x200b && c <= 0x200f) ||
  (c >= 0x202a && c <= 0x202e) ||
  (c >= 0x2060 && c <= 0x2069) ||
  c === 0xfeff

function foldCharacter(character: string): string {
  // A hamza carrier is folded as itself: decomposed first, it would lose its hamza as a mark and ئ become ى.
  const known = LETTERS[character]
  if (known !== undefined) return known
  let out = ''
  for (const c of character.normalize('NFKC').normalize('NFC')) {
    const letter = LETTERS[c]
    if (letter !== undefined) out += letter
    else if (/\p{Nd}/u.test(c)) out += digit(c)
    else
      out += c
        .normalize('NFD')
        .replace(/\p{Mn}|\p{Me}/gu, '')
        .toLowerCase()
  }
  return out
}

/** Decimal digits of every script come in runs of ten that begin at a multiple of ten from the run's zero. */
function digit(c: string): string {
  const code = c.codePointAt(0) ?? 0
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660)
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0)
  return c
}

/** One folded UTF-16 unit for each unit of the BMP; DELETE where it vanishes, SEVERAL where it becomes more than one. */
const TABLE = new Uint16Array(0x10000)
const EXPANSIONS = new Map<number, string>()

for (let code = 0; code < 0x10000; code++) {
  // Lone surrogates, Hangul and CJK fold to themselves; skipping them keeps start-up under 30 ms.
  if ((code >= 0x3400 && code < 0xa000) || (code >= 0xac00 && code <= 0xf8ff)) {
    TABLE[code] = code
    continue
  }
  if (isControl(code)) continue
  if (code < 0x80) {
    TABLE[code] = code >= 65 && code <= 90 ? code + 32 : code
    continue
  }
  const folded = foldCharacter(String.fromCharCode(code))
  if (folded.length === 1) TABLE[code] = folded.charCodeAt(0)
  else if (folded.length > 1) {
    TABLE[code] = SEVERAL
    EXPANSIONS.set(code, folded)
  }
}
TABLE[0] = 32

/** Folds a text for comparison only; several times faster than {@link fold} because it keeps no offsets. */
export function foldText(text: string): string {
  let out = ''
  let run = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const to = TABLE[code] as number
    if (to === code && to !== SEVERAL) continue
    out += text.slice(run, i)
    if (to === SEVERAL) out += EXPANSIONS.get(code) ?? ''
    else if (to !== DELETE) out += String.fromCharCode(to)
    run = i + 1
  }
  return run === 0 ? text : out + text.slice(run)
}

/** Where each unit of a folded text came from. */
function offsetsOf(original: string): number[] {
  const from: number[] = []
  for (let i = 0; i < original.length; i++) {
    const code = original.charCodeAt(i)
    const to = TABLE[code] as number
    if (to === DELETE) continue
    const units = to === SEVERAL ? (EXPANSIONS.get(code)?.length ?? 0) : 1
    for (let k = 0; k < units; k++) from.push(i)
  }
  return from
}

/** Folds a text and keeps the way back, so that a match can be shown in the words the reader sees. */
export function fold(original: string): Folded {
  // Most texts have nothing to show: the way back is worked out when it is first taken.
  let offsets: number[] | undefined
  const toOriginal = (start: number, end: number): Span => {
    offsets ??= offsetsOf(original)
    const from = offsets
    if (end <= start) {
      const at = from[start] ?? original.length
      return { start: at, end: at }
    }
    let last = (from[end - 1] ?? original.length - 1) + 1
    // Marks after the last letter belong to it.
    while (
      last < original.length &&
      TABLE[original.charCodeAt(last)] === DELETE &&
      !isSpacingControl(original.charCodeAt(last))
    )
      last++
    return { start: from[start] ?? original.length, end: last }
  }
  return { text: foldText(original), toOriginal }
}

/** Bidi and zero-width controls are not part of a word, so a span does not take them along. */
const isSpacingControl = (c: number) => c !== 0x0640 && isControl(c)
