import type { I18n } from '#lib/i18n/i18n.ts'

/** Hours in the unit that reads best: minutes under two hours, days from two days on. */
export function durationText({ format }: I18n, hours: number): string {
  const [value, unit] = hours < 2 ? [hours * 60, 'minute'] : hours < 48 ? [hours, 'hour'] : [hours / 24, 'day']
  return format.number(value, {
    style: 'unit',
    unit: unit as string,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  })
}
