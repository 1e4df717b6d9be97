import type { I18n } from '#lib/i18n/i18n.ts'

/** A day of the desk's calendar in words. It is a date, not a moment: no time zone may move it. */
export const dayText = ({ format }: I18n, day: string): string =>
  format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })

/** The same without its year, for the ends of an axis. */
export const shortDay = ({ format }: I18n, day: string): string =>
  format.dateTime(new Date(`${day}T00:00:00Z`), { day: 'numeric', month: 'short', timeZone: 'UTC' })
