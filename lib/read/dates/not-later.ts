const DAY = 86_400_000
/** The easternmost clock is this far ahead of UTC; where a source's zone is unknown its day may have begun there. */
const EASTERNMOST = 14 * 3_600_000

/**
 * The last day (ISO) that a document can bear which arrived at `receivedAt`: the day it was then where it comes from.
 * @param receivedAt ISO instant or day, or null where nobody knows
 * @param offset of the source's zone then (`+03:00`), when known
 */
export function latestDay(receivedAt: string | null, offset: string | null): string | null {
  if (!receivedAt) return null
  const at = Date.parse(receivedAt)
  if (Number.isNaN(at)) return null
  if (receivedAt.length <= 10) return isoDate(at + DAY)
  return isoDate(at + (offset ? minutesOf(offset) * 60_000 : EASTERNMOST))
}

/** True where an instant (ISO with an offset) lies after the arrival, ten minutes of clocks that disagree forgiven. */
export const isAfterArrival = (iso: string, receivedAt: string | null): boolean =>
  receivedAt !== null && receivedAt.length > 10 && Date.parse(iso) > Date.parse(receivedAt) + 600_000

/** Minutes of an offset like `+03:30`. */
export function minutesOf(offset: string): number {
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number)
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

const isoDate = (at: number): string => new Date(at).toISOString().slice(0, 10)
