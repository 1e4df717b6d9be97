import { type FoundDate, findDates } from '#lib/read/dates/find-dates.ts'
import { WEEKDAY_SOURCE } from '#lib/read/dates/months.ts'
import { type Furniture, furnitureOf } from '#lib/read/plain/furniture-words.ts'
import { foldText } from '#lib/text/fold.ts'

/** A line of a plain text with the features that tell an article's line from a site's. */
export type Line = {
  text: string
  folded: string
  words: number
  /** Blank lines stand before it. */
  apart: boolean
  /** Ends as sentences end: a full stop, a question or exclamation mark, quotes after one, a colon. */
  endsSentence: boolean
  /** Begins with a bullet, a dash or a number. */
  bulleted: boolean
  arabic: boolean
  /** The same words stood in an earlier line. */
  repeats: boolean
  /** The line is a date and hardly anything else. */
  date: FoundDate | null
  furniture: Furniture | null
}

const STOPS = '.!?؟…۔。'
const AFTER_STOP = `"'”»’)]`
const BULLET = /^(?:[•●▪■*◦‣·–—-]\s|\d{1,2}[.)-]\s)/
/** Words that stand around a date without being more than a date. */
const DATE_COMPANY = new RegExp(
  `(?:${WEEKDAY_SOURCE})|\\d+|[\\p{P}\\p{S}]+|(?<!\\p{L})(?:am|pm|ص|م|صباحا|مساء|الساعه|gmt|utc|نشر|نشرت|تاريخ|النشر|بتاريخ|في|اخر|تحديث|منذ|توقيت|بتوقيت|غرينتش|published|posted|updated|last|on|at|date|publie|le|a|mis|jour|h)(?!\\p{L})`,
  'gu',
)

/** The lines of a cleaned plain text, hard-wrapped ones joined again, with their features. */
export function linesOf(text: string): Line[] {
  const seen = new Set<string>()
  return unwrap(text.split('\n')).map(({ text, apart }) => {
    const folded = foldText(text).trim()
    const words = countWords(folded)
    const repeats = seen.has(folded)
    seen.add(folded)
    const date = words <= 14 ? dateAlone(folded) : null
    return {
      text,
      folded,
      words,
      apart,
      endsSentence: words > 1 && endsSentence(text),
      bulleted: BULLET.test(text),
      arabic: isArabic(folded),
      repeats,
      date,
      furniture: furnitureOf(text, folded, words),
    }
  })
}

/** True where a text ends with a colon or semicolon, or a stop and perhaps quotes after it. */
function endsSentence(text: string): boolean {
  let last = text.length - 1
  if (text[last] === ':' || text[last] === '؛') return true
  while (last >= 0 && AFTER_STOP.includes(text[last] as string)) last--
  return last >= 0 && STOPS.includes(text[last] as string)
}

/** Runs of non-space are near enough to words here, and five times cheaper than letters by property. */
function countWords(folded: string): number {
  let count = 0
  let inside = false
  for (let i = 0; i < folded.length; i++) {
    const space = folded.charCodeAt(i) <= 32
    if (!space && !inside) count++
    inside = !space
  }
  return count
}

function isArabic(folded: string): boolean {
  let arabic = 0
  let latin = 0
  for (let i = 0; i < folded.length && i < 200; i++) {
    const code = folded.charCodeAt(i)
    if (code >= 0x620 && code <= 0x6ff) arabic++
    else if ((code >= 97 && code <= 122) || (code >= 0xc0 && code < 0x530)) latin++
  }
  return arabic > latin
}

/** The date of a line that is hardly more than a date: a label, a weekday, a clock or a short name may stand by it. */
function dateAlone(folded: string): FoundDate | null {
  if (!/\d/.test(folded)) return null
  const date = findDates(folded).find((d) => d.year !== null && d.day !== null)
  if (!date) return null
  const rest = `${folded.slice(0, date.start)} ${folded.slice(date.end)}`.replace(DATE_COMPANY, ' ').trim()
  return rest === '' || (countWords(rest) <= 5 && rest.length <= 40) ? date : null
}

type Raw = { text: string; apart: boolean }

/** Texts wrapped at a fixed width (mail, agencies' wires) have lines of one length, most of them without an end. */
function unwrap(raw: string[]): Raw[] {
  const lines: Raw[] = []
  let apart = true
  for (const line of raw) {
    const text = line.trim()
    if (text === '') apart = true
    else {
      lines.push({ text, apart })
      apart = false
    }
  }
  const long = lines.filter((l) => l.text.length >= 45)
  const widest = lines.reduce((max, l) => Math.max(max, l.text.length), 0)
  const unended = long.filter((l) => !endsSentence(l.text))
  const isWrapped =
    long.length >= 6 && widest <= 130 && unended.length > long.length * 0.6 && lines.some((l, i) => i > 0 && l.apart)
  if (!isWrapped) return lines
  const joined: Raw[] = []
  for (const line of lines) {
    const before = joined.at(-1)
    if (before && !line.apart && before.text.length >= 45) before.text += ` ${line.text}`
    else joined.push({ ...line })
  }
  return joined
}
