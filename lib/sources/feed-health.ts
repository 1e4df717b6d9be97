/** What is stored of a feed that its health is told by. */
export type FeedState = {
  createdAt: Date
  lastPollAt: Date | null
  lastSuccessAt: Date | null
  lastItemAt: Date | null
  usualMinutes: number | null
  failures: number
  problem: unknown
  pausedAt: Date | null
}

/** `gone`: the server says that there is no such feed any more, so it was paused. `new`: not polled yet. */
export type FeedHealth = 'sound' | 'new' | 'unsteady' | 'failing' | 'gone' | 'silent' | 'paused'

/** Polls in a row that fail before somebody is called: with the pauses between them about an hour. */
const FAILED = 3
const DAY = 24 * 60
/** Of a feed whose rhythm is not known yet. */
const UNKNOWN_RHYTHM = 7 * DAY

/**
 * Minutes of quiet after which a feed is silent: three times what is usual for it, and a day at least, because newsrooms
 * sleep at night. `usual` is the larger of the median gap and half of the second longest of thirty (lib/receive/feeds/
 * rhythm.ts), so this is never less than three medians and half again the second longest gap. Were arrivals
 * independent, a gap would last that long once in some fifty; and a paper that rests on Friday and Saturday is not
 * called silent each week, because those rests are among the thirty.
 */
export const silentAfter = (usualMinutes: number | null): number =>
  usualMinutes === null ? UNKNOWN_RHYTHM : Math.max(3 * usualMinutes, DAY)

/** How a feed does. Quiet counts only for as long as it was looked at: a worker that stood still hears nothing. */
export function feedHealth(feed: FeedState): FeedHealth {
  if ((feed.problem as { key?: string } | null)?.key === 'feed-gone') return 'gone'
  if (feed.pausedAt) return 'paused'
  if (feed.failures >= FAILED) return 'failing'
  if (feed.failures > 0) return 'unsteady'
  if (!feed.lastSuccessAt) return 'new'
  const quiet = (feed.lastSuccessAt.getTime() - heardAt(feed).getTime()) / 60_000
  return quiet > silentAfter(feed.usualMinutes) ? 'silent' : 'sound'
}

/** When something new last came; of a feed that never had anything, when it was added. */
export const heardAt = (feed: Pick<FeedState, 'lastItemAt' | 'createdAt'>): Date => feed.lastItemAt ?? feed.createdAt
