import type { PublishedSpan } from '#lib/compare/published-span.ts'
import { eventScore, eventThreshold } from '#lib/compare/same-event.ts'
import type { StoryCentroid } from '#lib/compare/story-centroid.ts'
import { PROBES } from '#lib/compare/story-vector.ts'

/** Two stories that tell of one event: what streaming split, because what joins them came later. */
export type MergeProposal = { a: string; b: string; score: number; threshold: number }

/** Other stories whose score is worked out to the end. */
const FINALISTS = 7
/**
 * What an article must reach to join, times this: a merge moves many. Over 24 orders in which our labelled set can come,
 * 1.25 makes five wrong merges beside six right ones, 1.5 and 2 make the six alone.
 */
const CLEARLY_ABOVE = 1.5

/**
 * Which of these stories are one event: those that are each other's nearest, with a score clearly above what would make
 * an article part of a story. Each story is in one proposal at most, the surest first: who merges asks again.
 */
export function proposeMerges(stories: ReadonlyMap<string, StoryCentroid>): MergeProposal[] {
  const sharing = byLookup(stories)
  const found = new Map<string, Nearest>()
  for (const id of stories.keys()) {
    const nearest = nearestTo(id, stories, sharing)
    if (nearest) found.set(id, nearest)
  }
  const proposals: MergeProposal[] = []
  for (const [a, { id: b, score, runnerUp }] of found) {
    const back = found.get(b)
    if (a > b || back?.id !== a) continue
    const threshold = mergeThreshold(
      stories.get(a) as StoryCentroid,
      stories.get(b) as StoryCentroid,
      Math.max(runnerUp, back.runnerUp),
    )
    if (score >= threshold) proposals.push({ a, b, score, threshold })
  }
  return proposals.sort((x, y) => y.score / y.threshold - x.score / x.threshold)
}

/** How well two stories fit, from the side on which they fit less. */
const storyScore = (a: StoryCentroid, b: StoryCentroid): number =>
  Math.min(eventScore(a, b, nearestTime(a, b)), eventScore(b, a, nearestTime(b, a)))

const mergeThreshold = (a: StoryCentroid, b: StoryCentroid, runnerUp: number): number =>
  CLEARLY_ABOVE *
  Math.max(eventThreshold(nearestTime(a, b), b, runnerUp), eventThreshold(nearestTime(b, a), a, runnerUp))

/** The moment of a story's span that is nearest to another's middle: two that overlap lie no hours apart. */
function nearestTime({ time }: StoryCentroid, other: StoryCentroid): PublishedSpan | null {
  if (time === null) return null
  const at = Math.min(Math.max(other.time?.middle ?? time.middle, time.first), time.last)
  return { from: at, to: at }
}

/** The middle of a story's time as a moment; null where it has no day. */
export const middleOf = ({ time }: StoryCentroid): PublishedSpan | null =>
  time && { from: time.middle, to: time.middle }

type Nearest = { id: string; score: number; runnerUp: number }

function nearestTo(
  id: string,
  stories: ReadonlyMap<string, StoryCentroid>,
  sharing: ReadonlyMap<number, string[]>,
): Nearest | null {
  const story = stories.get(id) as StoryCentroid
  const shared = new Map<string, number>()
  for (const [i, key] of probesOf(story).entries())
    for (const other of sharing.get(key) ?? [])
      if (other !== id) shared.set(other, (shared.get(other) ?? 0) + PROBES - i)
  const finalists = [...shared].sort((x, y) => y[1] - x[1]).slice(0, FINALISTS)
  let nearest: Nearest | null = null
  let runnerUp = 0
  for (const [other] of finalists) {
    const score = storyScore(story, stories.get(other) as StoryCentroid)
    if (score > (nearest?.score ?? 0)) {
      runnerUp = nearest?.score ?? 0
      nearest = { id: other, score, runnerUp: 0 }
    } else if (score > runnerUp) runnerUp = score
  }
  return nearest && { ...nearest, runnerUp }
}

function byLookup(stories: ReadonlyMap<string, StoryCentroid>): Map<number, string[]> {
  const sharing = new Map<number, string[]>()
  for (const [id, { lookups }] of stories) {
    for (const key of lookups) {
      const ids = sharing.get(key)
      if (ids) ids.push(id)
      else sharing.set(key, [id])
    }
  }
  return sharing
}

const probesOf = ({ lookups }: StoryCentroid): number[] => [...lookups.subarray(0, PROBES)]
