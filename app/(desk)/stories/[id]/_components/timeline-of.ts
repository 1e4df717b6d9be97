import { type First, firstOf } from '#components/article/who-first.ts'
import type { StoryArticle } from '#lib/articles/list-story-articles.ts'

/** One text of a story at its time, with the copies that fold under it. */
export type TimelineEntry = { article: StoryArticle; copies: StoryArticle[] }

export type Timeline = {
  entries: TimelineEntry[]
  /** Which full report was first, as far as their times show. */
  told: First<StoryArticle>
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
  return { entries, told: firstOf(entries.map(({ article }) => article)) }
}
