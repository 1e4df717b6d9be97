import type { AskedPace } from '#lib/receive/feeds/asked-pace.ts'

/** What a poll came to, as far as the next one depends on it. All times in minutes. */
export type Polled =
  | {
      failures: 0
      /** What the feed asks for, and its server (Cache-Control, Expires). */
      asked: AskedPace
      fresh: number | null
      /** The median gap between two arrivals; null where it is not known yet. */
      median: number | null
      /** Since the poll before, where every single item was new: some have probably come and gone between the two. */
      missedSince: number | null
    }
  | {
      /** In a row, this one included. */
      failures: number
      /** Retry-After of a server that is too busy. */
      retryAfter: number | null
    }

/** Where nothing is known and nothing asked for. */
const DEFAULT = 15
/** Nobody is asked more often, and nobody less: a misprint of a ttl must not cost the news of a week. */
const SHORTEST = 5
const LONGEST = 24 * 60
/** A quiet feed may wake up. */
const QUIET = 4 * 60
const HOUR = 3_600_000

/**
 * When to poll a feed again. In order of precedence:
 * 1. never sooner than 5 minutes, never later than a day;
 * 2. after a failure: 15 minutes, doubled with each failure in a row, and not before Retry-After;
 * 3. where items were missed: half the time since the poll before, whatever is asked for;
 * 4. not before what feed and server ask for;
 * 5. our own pace: half the usual gap between two arrivals, at most 4 hours; 15 minutes for a feed that is new;
 * 6. not within hours and days that the feed says it sleeps in.
 * @param chance 0 to 1, once a poll: spreads the retries of feeds that failed together
 */
export function nextPoll(now: Date, polled: Polled, chance: number): Date {
  if ('retryAfter' in polled) {
    const backOff = DEFAULT * 2 ** Math.min(polled.failures - 1, 10) * (0.8 + 0.4 * chance)
    // A server's word is kept to the minute, and jitter only added to it.
    return later(now, Math.max(backOff, (polled.retryAfter ?? 0) * (1 + 0.1 * chance)))
  }
  const { asked, fresh, median, missedSince } = polled
  const own = median === null ? DEFAULT : Math.min(median / 2, QUIET)
  const wanted = Math.max(own, asked.minutes ?? 0, fresh ?? 0)
  if (missedSince !== null) return later(now, Math.min(wanted, missedSince / 2))
  return awake(now, later(now, wanted), asked)
}

const later = (now: Date, minutes: number): Date =>
  new Date(now.getTime() + Math.round(Math.min(LONGEST, Math.max(SHORTEST, minutes))) * 60_000)

/** The first hour from `at` on in which the feed does not sleep, a day from now at most. */
function awake(now: Date, at: Date, { skipHours, skipDays }: AskedPace): Date {
  const last = now.getTime() + LONGEST * 60_000
  let time = at.getTime()
  const sleeps = () => {
    const moment = new Date(time)
    return skipHours.includes(moment.getUTCHours()) || skipDays.includes(moment.getUTCDay())
  }
  while (time < last && sleeps()) time = (Math.floor(time / HOUR) + 1) * HOUR
  return new Date(Math.min(time, last))
}
