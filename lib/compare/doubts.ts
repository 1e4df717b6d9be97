import type { Copy } from '#lib/compare/find-copies.ts'
import { UNITES_FROM_JACCARD, unites } from '#lib/compare/same-text.ts'
import type { StoryMatch } from '#lib/compare/story-stream.ts'

/** What comparing was not sure of, on either side of its threshold: an editor decides (the review list). */
export type Doubt = {
  articleId: string
  about: 'text' | 'event'
  /** The article whose text it may be, or the story it may belong to. */
  beside: string
  /** Whether comparing put the two together. */
  joined: boolean
  score: number
  threshold: number
  runnerUp: number | null
}

/** From here to there pairs were looked at by hand: what shares less is another text, what shares more is the same. */
const TEXT_FROM = 0.35
const TEXT_TO = 0.6
/** A score so near to its threshold, as a share of it, might as well have fallen on the other side. */
const EVENT_MARGIN = 0.2

/** The nearest other text, where it is near the threshold. @param copies nearest first */
export function textDoubt(articleId: string, copies: readonly Copy[]): Doubt | null {
  const nearest = copies[0]
  if (!nearest || nearest.relation.jaccard < TEXT_FROM || nearest.relation.jaccard >= TEXT_TO) return null
  return {
    articleId,
    about: 'text',
    beside: nearest.of.id,
    joined: unites(nearest.relation),
    score: nearest.relation.jaccard,
    threshold: UNITES_FROM_JACCARD,
    runnerUp: null,
  }
}

/** The nearest story, where it was narrowly joined or narrowly missed. @param match with the story's id */
export function eventDoubt(articleId: string, storyId: string, match: StoryMatch): Doubt | null {
  const { score, threshold, runnerUp } = match
  if (Math.abs(score - threshold) > EVENT_MARGIN * threshold) return null
  return {
    articleId,
    about: 'event',
    beside: storyId,
    joined: score >= threshold,
    score,
    threshold,
    runnerUp: runnerUp > 0 ? runnerUp : null,
  }
}
