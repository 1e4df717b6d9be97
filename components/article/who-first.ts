import type { ArticleLine } from '#lib/core/article-line.ts'

/** What tells when an article was published, and from whom it took its text. */
export type Told = Pick<ArticleLine, 'publishedAt' | 'publishedPrecision'>

const DAY = 86_400_000

/** From when to when it may have been published, in ms; null where not even the day is known. */
function published({ publishedAt, publishedPrecision }: Told): { from: number; to: number } | null {
  if (publishedAt === null) return null
  const from = publishedAt.getTime()
  if (publishedPrecision === 'minute') return { from, to: from }
  return publishedPrecision === 'day' ? { from, to: from + DAY } : null
}

/** A month or the time of arrival says nothing about who was first. */
export const isDated = (article: Told): boolean => published(article) !== null

export type First<T> = { first: T } | { first: null; because: 'day' | 'undated' }

/**
 * Who was first, as far as the times show: one that was out before any other can have been. Of several on one day whose
 * hour is not known, nobody knows. Those without a day are left out. Pure.
 */
export function firstOf<T extends Told>(articles: readonly T[]): First<T> {
  const dated = articles.flatMap((article) => {
    const at = published(article)
    return at ? [{ article, ...at }] : []
  })
  const earliest = dated.toSorted((a, b) => a.to - b.to)[0]
  if (!earliest) return { first: null, because: 'undated' }
  const isFirst = dated.every((other) => other === earliest || earliest.to <= other.from)
  return isFirst ? { first: earliest.article } : { first: null, because: 'day' }
}

/** How long after the first, as exactly as both are known; `same` where only the day is, and it is one. */
export type Delay = { days?: number; hours?: number; minutes?: number } | 'same-day' | 'same-time'

/** How far an article came behind the first; null where that cannot be said. Pure. */
export function delayBehind(first: Told | null, article: Told): Delay | null {
  if (!first || article === first) return null
  const [before, after] = [published(first), published(article)]
  if (!before || !after) return null
  const ms = after.from - before.from
  if (before.to !== before.from || after.to !== after.from) {
    const days = Math.floor(after.from / DAY) - Math.floor(before.from / DAY)
    return days > 0 ? { days } : 'same-day'
  }
  if (ms < 60_000) return 'same-time'
  if (ms >= DAY) return { days: Math.floor(ms / DAY), hours: Math.floor((ms % DAY) / 3_600_000) }
  return { hours: Math.floor(ms / 3_600_000), minutes: Math.floor((ms % 3_600_000) / 60_000) }
}
