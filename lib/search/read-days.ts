import { foldText } from '#lib/text/fold.ts'

/** First and last day, both included: `2026-11-20`. */
export type Days = { first: string; last: string }

const DAY_MS = 86_400_000
/** Days ago, by folded name. */
const NAMED: Record<string, number> = Object.fromEntries(
  Object.entries({ today: 0, اليوم: 0, "aujourd'hui": 0, yesterday: 1, أمس: 1, البارحة: 1, hier: 1 }).map(
    ([word, ago]) => [foldText(word), ago],
  ),
)
type Unit = 'd' | 'w' | 'm' | 'y'
const UNITS: Record<string, Unit> = Object.fromEntries(
  Object.entries({
    d: 'd day days يوم أيام يوما jour jours',
    w: 'w week weeks أسبوع أسابيع أسبوعا semaine semaines',
    m: 'm month months شهر أشهر شهور شهرا mois',
    y: 'y year years سنة سنوات عام أعوام عاما an ans année',
  }).flatMap(([unit, words]) => words.split(' ').map((word) => [foldText(word), unit as Unit])),
)
/** Arabic says two of them in one word. */
const PAIRS: Record<string, Unit> = Object.fromEntries(
  Object.entries({ d: 'يومين', w: 'أسبوعين', m: 'شهرين', y: 'سنتين عامين' }).flatMap(([unit, words]) =>
    words.split(' ').map((word) => [foldText(word), unit as Unit]),
  ),
)

/**
 * Days as people write them: `2026`, `2026-11`, `2026-11-20`, `٢٠/١١/٢٠٢٦`, `today`, `أمس`, and up to today `7d`,
 * `3 weeks`, `أسبوعين`. Null where it is no day. Pure.
 * @param today the day it is on the desk, `2026-11-22`
 */
export function readDays(written: string, today: string): Days | null {
  const text = foldText(written).trim()
  const ago = NAMED[text]
  if (ago !== undefined) {
    const day = shifted(today, 'd', ago)
    return { first: day, last: day }
  }
  return calendarDays(text) ?? lastDays(text, today)
}

function calendarDays(text: string): Days | null {
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text)
  const local = /^(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})$/.exec(text)
  const [year, month, day] = iso ? iso.slice(1) : local ? [local[3], local[2], local[1]] : []
  if (!year) return null
  const first = dayOf(Number(year), Number(month ?? 1), Number(day ?? 1))
  if (!first) return null
  if (day) return { first, last: first }
  return { first, last: shifted(shifted(first, month ? 'm' : 'y', -1), 'd', 1) }
}

function lastDays(text: string, today: string): Days | null {
  const pair = PAIRS[text]
  const [, count = '', word = ''] = /^(\d{0,4})\s*(\p{L}+)$/u.exec(text) ?? []
  const unit = pair ?? UNITS[word]
  const many = pair ? 2 : Number(count || 1)
  if (!unit || many < 1) return null
  // "The last seven days" are today and the six before it, as the desk's own periods are.
  return { first: shifted(shifted(today, unit, many), 'd', -1), last: today }
}

/** The calendar's day, where it has it: no 30 February. */
function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? isoOf(date) : null
}

/** That many before a day; a month before the 31st is the last of its month. Pure. */
export function shifted(day: string, unit: Unit, back: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (unit === 'd' || unit === 'w') return isoOf(new Date(date.getTime() - back * DAY_MS * (unit === 'w' ? 7 : 1)))
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() - back * (unit === 'y' ? 12 : 1))
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, length))
  return isoOf(date)
}

const isoOf = (date: Date): string => {
  const year = date.getUTCFullYear()
  return year >= 0 && year <= 9999 ? date.toISOString().slice(0, 10) : '0000-00-00'
}
