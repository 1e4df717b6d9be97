import { env } from '#lib/core/env.ts'

/** The day it is on the desk: `2026-11-21`. */
export const deskDay = (now: Date): string => inZone({}).format(now)

/** The day and the minute on the desk, as a name shows them: with hyphens, right-to-left text would turn the numbers around. */
export const deskMinute = (now: Date): string =>
  inZone({ dateStyle: 'short', timeStyle: 'short' }).format(now).replaceAll('-', '/')

/** The day and the minute on the desk as a form has them: `2026-11-21T09:30`. */
export const deskLocal = (at: Date): string =>
  inZone({ dateStyle: 'short', timeStyle: 'short' }).format(at).replace(' ', 'T')

/** When the desk's clock shows this (`2026-11-21T09:30`); of an hour that it shows twice, either. */
export function fromDeskLocal(local: string): Date {
  const wanted = Date.parse(`${local}Z`)
  // The zone's distance from UTC is asked where the clock stands, and once more where that led.
  const distance = (at: number) => Date.parse(`${deskLocal(new Date(at))}Z`) - at
  return new Date(wanted - distance(wanted - distance(wanted)))
}

/** The hour it is on the desk: 0 to 23. */
export const deskHour = (now: Date): number => Number(inZone({ hour: '2-digit', hourCycle: 'h23' }).format(now))

/** Sweden writes dates as ISO 8601 does. */
const inZone = (style: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: env().DESK_TIME_ZONE, ...style })
