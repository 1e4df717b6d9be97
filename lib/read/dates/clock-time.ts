/** A time of day beside a date: 16:40, 4.40 pm, ٠٤:٤٠ مساء, 18h30, T03:01+0400. Folded text. */
const CLOCK =
  /(?<![\d:.])([01]?\d|2[0-3])[:h]([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?\s*(am|pm|a\.m|p\.m|صباحا|مساء|ظهرا|ص|م)?(?![\p{L}\d:])\s*(z|utc|gmt|جرينتش|غرينتش|[+-]\d{2}:?\d{2})?/u
const ISO_TAIL = /^t([01]\d|2[0-3]):?([0-5]\d)(?::?[0-5]\d(?:\.\d+)?)?\s*(z|[+-]\d{2}(?::?\d{2})?)?/u
/** A clock belongs to a date when so few characters lie between them. */
const REACH = 24

/**
 * The time of day that stands by the date at `start..end` of a folded text.
 * @returns `HH:MM`, with `Z` or `+03:00` where an offset is written, or null
 */
export function clockIn(folded: string, start: number, end: number): string | null {
  const tail = ISO_TAIL.exec(folded.slice(end, end + 32))
  if (tail) return `${tail[1]}:${tail[2]}${offset(tail[3])}`
  const after = CLOCK.exec(folded.slice(end, end + REACH + 10))
  if (after && after.index <= REACH) return written(after)
  const before = CLOCK.exec(folded.slice(Math.max(0, start - REACH), start))
  return before ? written(before) : null
}

function written(match: RegExpExecArray): string {
  const half = match[3] ?? ''
  let hour = Number(match[1])
  if (/^(?:pm|p\.m|مساء|ظهرا|م)$/.test(half) && hour < 12) hour += 12
  if (/^(?:am|a\.m|صباحا|ص)$/.test(half) && hour === 12) hour = 0
  return `${String(hour).padStart(2, '0')}:${match[2]}${offset(match[4])}`
}

function offset(zone: string | undefined): string {
  if (!zone) return ''
  if (!/^[+-]/.test(zone)) return 'Z'
  const digits = zone.replace(/\D/g, '').padEnd(4, '0')
  return digits === '0000' ? 'Z' : `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`
}
