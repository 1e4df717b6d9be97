import type { Precision, PublishedAt } from '#lib/core/article.ts'

const PRECISION: Record<number, Precision> = { 4: 'year', 7: 'month', 10: 'day', 17: 'minute' }

/**
 * A date as an editor writes it: `2024`, `2024-04`, `2024-04-25` or `2024-04-25T10:30Z`. Arabic-Indic digits are read
 * too. Null where it is no date.
 */
export function parsePublishedAt(given: string): PublishedAt | null {
  const iso = given.trim().replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
  const precision = PRECISION[iso.length]
  if (!precision || !/^\d{4}(-\d\d(-\d\d(T\d\d:\d\dZ)?)?)?$/.test(iso)) return null
  const day = `${iso.slice(0, 10)}${'-01-01'.slice(Math.min(iso.length, 10) - 4)}`
  const date = new Date(`${day}T00:00:00Z`)
  // 31 April would roll over into May.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) return null
  if (precision === 'minute' && Number.isNaN(Date.parse(iso))) return null
  return { iso, precision }
}
