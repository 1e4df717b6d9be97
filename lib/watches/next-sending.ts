import type { WatchPace } from '#lib/db/generated/enums.ts'

/** When a watch may send. Minutes of the day are of its own time zone. */
export type Sending = { pace: WatchPace; quietFrom: number | null; quietUntil: number | null; timeZone: string }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * 60
/** A daily digest comes at the end of the quiet hours, or else at seven in the morning. */
const MORNING = 7 * 60

/**
 * When what is found now is sent: at the next full minute, hour, or morning, and never in the quiet hours. The same
 * moment for all that is found until then, so that it is one message. Pure.
 */
export function nextSending(watch: Sending, now: Date): Date {
  const { pace, quietFrom, quietUntil, timeZone } = watch
  if (pace === 'daily') return nextAt(quietUntil ?? MORNING, timeZone, now)
  const every = pace === 'hourly' ? HOUR : MINUTE
  const at = new Date((Math.floor(now.getTime() / every) + 1) * every)
  return isQuiet(watch, at) && quietFrom !== null && quietUntil !== null ? nextAt(quietUntil, timeZone, at) : at
}

/** Whether nothing is to be sent at this moment; quiet hours may pass midnight. Pure. */
export function isQuiet({ quietFrom, quietUntil, timeZone }: Omit<Sending, 'pace'>, at: Date): boolean {
  if (quietFrom === null || quietUntil === null || quietFrom === quietUntil) return false
  const minute = minuteOfDay(at, timeZone)
  return quietFrom < quietUntil
    ? minute >= quietFrom && minute < quietUntil
    : minute >= quietFrom || minute < quietUntil
}

/** The next moment at which clocks of the zone show this minute of the day. A minute that the zone skips is an hour late. */
function nextAt(minute: number, timeZone: string, after: Date): Date {
  const start = Math.floor(after.getTime() / MINUTE) * MINUTE
  const ahead = (minute - minuteOfDay(after, timeZone) + DAY) % DAY || DAY
  const guess = new Date(start + ahead * MINUTE)
  // Between now and then clocks may be set forward or back.
  const off = ((minute - minuteOfDay(guess, timeZone) + DAY + DAY / 2) % DAY) - DAY / 2
  return new Date(guess.getTime() + off * MINUTE)
}

function minuteOfDay(at: Date, timeZone: string): number {
  const [hours = 0, minutes = 0] = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
    .format(at)
    .split(':')
    .map(Number)
  return hours * 60 + minutes
}
