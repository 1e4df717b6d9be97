/** When something was published, as far as that is known: from and to, in hours since 1970. */
export type PublishedSpan = { from: number; to: number }

const HOUR = 3_600_000

/**
 * The span that an ISO date covers: a moment, a day (24 h), a month or a year. A day is not its midnight: of two
 * articles dated on consecutive days, nobody knows that more than minutes lie between.
 *
 * @returns null where there is no date or it cannot be read: time then says nothing.
 */
export function publishedSpan(iso: string | null | undefined): PublishedSpan | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2}).*)?)?)?/.exec(iso?.trim() ?? '')
  if (!match) return null
  const [, year, month, day, hour] = match
  if (hour !== undefined) {
    const at = Date.parse((iso as string).trim().replace(' ', 'T'))
    if (!Number.isNaN(at)) return { from: at / HOUR, to: at / HOUR }
  }
  const from = Date.UTC(Number(year), month ? Number(month) - 1 : 0, day ? Number(day) : 1)
  const to = day
    ? Date.UTC(Number(year), Number(month) - 1, Number(day) + 1)
    : Date.UTC(Number(year) + (month ? 0 : 1), month ? Number(month) : 0, 1)
  return Number.isNaN(from) ? null : { from: from / HOUR, to: to / HOUR }
}

/** Known well enough to tell an event by: to the day or better. */
export const isPrecise = (span: PublishedSpan | null): span is PublishedSpan =>
  span !== null && span.to - span.from <= 25
