import { findDates } from '#lib/read/dates/find-dates.ts'
import { WEEKDAY_SOURCE } from '#lib/read/dates/months.ts'
import type { Line } from '#lib/read/plain/lines.ts'
import { fold } from '#lib/text/fold.ts'

const NOT_A_NAME = new RegExp(
  `^(?:(?:${WEEKDAY_SOURCE}|نشر|نشرت|تاريخ|بتاريخ|في|اخر|تحديث|توقيت|بتوقيت|غرينتش|gmt|published|posted|updated|on|at|le|by|am|pm|ص|م|صباحا|مساء|الساعه|[\\d:.]+)[\\s\\p{P}]*)*$`,
  'u',
)

/** «Công LuậnCông Luận» is a logo's description and the name beside it: one name, printed twice. */
export function collapseDoubled(text: string): { value: string; doubled: boolean } {
  const value = text.trim()
  const half = value.slice(0, Math.floor(value.length / 2)).trim()
  if (half.length >= 3 && value.slice(Math.ceil(value.length / 2)).trim() === half && value.length >= half.length * 2) {
    return { value: half, doubled: true }
  }
  return { value, doubled: false }
}

/** Names that share a line with a date: «ضفاف باماكو | 14 أكتوبر 2026», «Công LuậnCông Luận05/12/2023». */
export function nameBesideDate(line: Line): { value: string; doubled: boolean }[] {
  if (!line.date) return []
  const folded = fold(line.text)
  const date = findDates(folded.text).find((d) => d.year !== null && d.day !== null)
  if (!date) return []
  const span = folded.toOriginal(date.start, date.end)
  const rest = `${line.text.slice(0, span.start)}|${line.text.slice(span.end)}`
  return rest
    .split(/[|•·–—]|\s-\s|[-،,]\s*$|^\s*[-،,]/)
    .map((piece) => piece.replace(/^[\s\p{P}]+|[\s\p{P}\d:]+$/gu, ''))
    .filter((piece) => piece.length >= 3 && !/\d{2}/.test(piece) && !NOT_A_NAME.test(fold(piece).text))
    .map(collapseDoubled)
}
