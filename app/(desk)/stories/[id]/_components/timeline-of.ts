import type { StoryArticle } from '#lib/articles/list-story-articles.ts'

/** One text of a story at its time, with the copies that fold under it. */
export type TimelineEntry = { article: StoryArticle; copies: StoryArticle[] }

export type Timeline = {
  entries: TimelineEntry[]
  /** The first full report whose time of publication is known to the day; null where none is. */
  first: StoryArticle | null
}

/**
 * A story's articles as a timeline: each text once, at its primary's time, its copies under it. A teaser that came
 * before the full version does not make its outlet the first. Pure.
 * @param articles in order of time
 */
export function timelineOf(articles: readonly StoryArticle[]): Timeline {
  const byText = Map.groupBy(articles, (article) => article.duplicateGroupId ?? article.id)
  const entries = [...byText.values()].flatMap((same): TimelineEntry[] => {
    const article = same.find((one) => one.isPrimary) ?? same[0]
    return article ? [{ article, copies: same.filter((one) => one !== article) }] : []
  })
  entries.sort(
    (a, b) => a.article.sortAt.getTime() - b.article.sortAt.getTime() || (a.article.id < b.article.id ? -1 : 1),
  )
  const first = entries.find(({ article }) => isDated(article))?.article ?? null
  return { entries, first }
}

/** A month or the time of arrival says nothing about who was first. */
export const isDated = ({ publishedAt, publishedPrecision }: StoryArticle): boolean =>
  publishedAt !== null && (publishedPrecision === 'minute' || publishedPrecision === 'day')

/** How long after the first report, as exactly as both are known; null where that cannot be said, 0 for the same time. */
export function delayBehind(
  first: StoryArticle | null,
  article: StoryArticle,
): { days?: number; hours?: number; minutes?: number } | null {
  if (!first?.publishedAt || !article.publishedAt || article === first || !isDated(article)) return null
  const ms = article.publishedAt.getTime() - first.publishedAt.getTime()
  const toTheMinute = first.publishedPrecision === 'minute' && article.publishedPrecision === 'minute'
  const days = Math.floor(ms / 86_400_000)
  if (!toTheMinute) return { days: Math.max(0, Math.round(ms / 86_400_000)) }
  if (days >= 1) return { days, hours: Math.floor((ms % 86_400_000) / 3_600_000) }
  return { hours: Math.floor(ms / 3_600_000), minutes: Math.floor((ms % 3_600_000) / 60_000) }
}
