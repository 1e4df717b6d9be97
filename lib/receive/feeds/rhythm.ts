/** How often something new comes, in minutes. */
export type Rhythm = {
  /** Half of the gaps between two arrivals are shorter. What the pace of asking follows. */
  median: number
  /** The longest that is still usual: the median, or half of the second longest gap where that is more. What silence is measured by. */
  usual: number
}

/** The gaps that are looked at: what a feed did last year says little of it now. */
export const ARRIVALS = 31
/** With fewer gaps nothing is known yet. */
const FEWEST = 5

/**
 * The rhythm of a feed, from the polls that brought something new. The second longest gap counts and not the longest,
 * because among thirty there is often one that was an outage.
 * @param arrivals any order; the last 31 count
 * @returns null where there are too few
 */
export function rhythmOf(arrivals: readonly Date[]): Rhythm | null {
  const times = arrivals
    .map((arrival) => arrival.getTime())
    .sort((a, b) => b - a)
    .slice(0, ARRIVALS)
  const gaps = times
    .slice(1)
    .map((time, i) => ((times[i] as number) - time) / 60_000)
    .sort((a, b) => a - b)
  if (gaps.length < FEWEST) return null
  const at = (index: number) => Math.round(gaps[index] as number)
  const median = at(Math.floor((gaps.length - 1) / 2))
  return { median, usual: Math.max(median, Math.round(at(gaps.length - 2) / 2)) }
}
