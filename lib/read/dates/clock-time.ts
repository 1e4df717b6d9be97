import { citySource, zoneOfCity } from '#lib/read/dates/city-zones.ts'

/** A time of day as a text writes it: `time` is `HH:MM` with an offset where one is written; `zone` where a city is. */
export type Clock = { time: string; zone: string | null }

const HALF =
  '(am|pm|a\\.m|p\\.m|صباحا|مساء|ظهرا|عصرا|ليلا|فجرا|قبل\\s+الظهر|بعد\\s+الظهر|بعد\\s+منتصف\\s+الليل|ق\\.ظ|ب\\.ظ|ص|م)?'
const ZONE = `(?:\\s*\\(?\\s*(?:بتوقيت\\s+)?(z(?![\\p{L}])|(?:utc|gmt)(?:\\s?[+-]\\d{1,2}(?::?\\d{2})?)?|[جغ]رين[يت]?تش|[+-]\\d{2}:?\\d{2}|${citySource}))?`
/** A time of day beside a date: 16:40, 4.40 pm, ٠٤:٤٠ مساء, 18h30, 18 h 30. Folded text. */
const CLOCK = new RegExp(
  `(?<![\\d:.])([01]?\\d|2[0-3])(?::|\\s?h\\s?)([0-5]\\d)(?::[0-5]\\d(?:\\.\\d+)?)?\\s*${HALF}(?![\\p{L}\\d:])${ZONE}`,
  'u',
)
/** After «الساعة» and «ساعت» a time needs no colon and no second figure: الساعة 5 مساء, ساعت 11 و 01 دقیقه, ساعت 12:1. */
const CALLED = new RegExp(
  `(?:الساعه|ساعت)\\s+(?:ساعت\\s+)?(?:ال)?([01]?\\d|2[0-3])(?:\\s*(?:[:.]|و)\\s*([0-5]?\\d)(?!\\d)(?:\\s*(?:دقيقه|دقايق))?(?:\\s*(?::|و)\\s*[0-5]?\\d(?:\\s*ثانيه)?)?)?\\s*${HALF}(?![\\p{L}\\d:])${ZONE}`,
  'u',
)
const ISO_TAIL = /^t([01]\d|2[0-3]):?([0-5]\d)(?::?[0-5]\d(?:\.\d+)?)?\s*(z|[+-]\d{2}(?::?\d{2})?)?/u
/** A clock belongs to a date when so few characters lie between them. */
const REACH = 24

/** The time of day that stands by the date at `start..end` of a folded text, or null. */
export function clockIn(folded: string, start: number, end: number): Clock | null {
  const tail = ISO_TAIL.exec(folded.slice(end, end + 32))
  if (tail) return { time: `${tail[1]}:${tail[2]}${offset(tail[3])}`, zone: null }
  const after = folded.slice(end, end + REACH + 40)
  const found = [CALLED, CLOCK].map((pattern) => pattern.exec(after)).find((match) => match && match.index <= REACH)
  if (found) return written(found)
  const before = folded.slice(Math.max(0, start - REACH), start)
  const match = CALLED.exec(before) ?? CLOCK.exec(before)
  return match ? written(match) : null
}

function written(match: RegExpExecArray): Clock {
  const half = match[3] ?? ''
  let hour = Number(match[1])
  if (/^(?:pm|p\.m|مساء|ظهرا|عصرا|بعد\s+الظهر|ب\.ظ|م)$/u.test(half) && hour < 12) hour += 12
  if (/^ليلا$/u.test(half) && hour >= 6 && hour < 12) hour += 12
  if (/^(?:am|a\.m|صباحا|فجرا|بعد\s+منتصف\s+الليل|قبل\s+الظهر|ق\.ظ|ص)$/u.test(half) && hour === 12) hour = 0
  const time = `${String(hour).padStart(2, '0')}:${(match[2] ?? '').padStart(2, '0')}`
  const zone = zoneOfCity(match[4] ?? '')
  return zone ? { time, zone } : { time: time + offset(match[4]), zone: null }
}

function offset(zone: string | undefined): string {
  if (!zone) return ''
  const shift = /[+-]\d.*$/.exec(zone)?.[0]
  if (!shift) return 'Z'
  const [hours = '', minutes = '00'] = shift.slice(1).includes(':')
    ? shift.slice(1).split(':')
    : [shift.slice(1, -2) || shift.slice(1), shift.length > 3 ? shift.slice(-2) : '00']
  const digits = `${hours.padStart(2, '0')}:${minutes}`
  return digits === '00:00' ? 'Z' : `${shift[0]}${digits}`
}
