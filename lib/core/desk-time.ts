import { env } from '#lib/core/env.ts'

/** The day it is on the desk: `2026-11-21`. */
export const deskDay = (now: Date): string => inZone({}).format(now)

/** The day and the minute on the desk, as a name shows them: with hyphens, right-to-left text would turn the numbers around. */
export const deskMinute = (now: Date): string =>
  inZone({ dateStyle: 'short', timeStyle: 'short' }).format(now).replaceAll('-', '/')

/** The hour it is on the desk: 0 to 23. */
export const deskHour = (now: Date): number => Number(inZone({ hour: '2-digit', hourCycle: 'h23' }).format(now))

/** Sweden writes dates as ISO 8601 does. */
const inZone = (style: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: env().DESK_TIME_ZONE, ...style })
