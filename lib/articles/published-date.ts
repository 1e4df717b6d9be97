import type { PublishedAt } from '#lib/core/article.ts'

/**
 * A publication date as an instant for a column. A day is kept as its noon in UTC: the same calendar day in every
 * zone from -11 to +11, so no desk sees it on the day before. A month or a year begins with its first day.
 */
export function publishedDate({ iso, precision }: PublishedAt): Date {
  if (precision === 'minute') return new Date(iso)
  const [year, month = '01', day = '01'] = iso.slice(0, 10).split('-')
  return new Date(`${year}-${month}-${day}T12:00:00Z`)
}
