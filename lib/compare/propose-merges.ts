import type { PublishedSpan } from '#lib/compare/published-span.ts'
import { eventScore, eventThreshold } from '#lib/compare/same-event.ts'
import type { StoryCentroid } from '#lib/compare/story-centroid.ts'
import { PROBES } from '#lib/compare/story-vector.ts'

/** Two stories that tell of one event: what streaming split, because what joins them came later. */
export type MergeProposal = { a: string; b: string; score: number; threshold: number }

/** Other stories whose score is worked out to the end. */
const FINALISTS = 7
/**
 * A merge moves many: it needs what an article needs to join whatever else is near, times this. Over 24 orders in which
 * our labelled set can come, 1.1 gives 18 right merges and no wrong one, 1.25 four; an article's own threshold, lower
 * where no other story is near, gives ten wrong ones (two rounds of one negotiation in two capitals).
 */
const CLEARLY_ABOVE = 1.1

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
  for (const [a, { id: b, score }] of found) {
    const back = found.get(b)
    if (a > b || back?.id !== a) continue
    const threshold = mergeThreshold(stories.get(a) as StoryCentroid, stories.get(b) as StoryCentroid)
    if (score >= threshold) proposals.push({ a, b, score, threshold })
  }
  return proposals.sort((x, y) => y.score / y.threshold - x.score / x.threshold)
}

/** How well two stories fit, from the side on which they fit less. */
const storyScore = (a: StoryCentroid, b: StoryCentroid): number =>
  Math.min(eventScore(a, b, nearestTime(a, b)), eventScore(b, a, nearestTime(b, a)))

/** What makes an article part of a story for sure, whatever else is near, and more. */
const mergeThreshold = (a: StoryCentroid, b: StoryCentroid): number =>
  CLEARLY_ABOVE *
  Math.max(
    eventThreshold(nearestTime(a, b), b, Number.POSITIVE_INFINITY),
    eventThreshold(nearestTime(b, a), a, Number.POSITIVE_INFINITY),
  )

/** The moment of a story's span that is nearest to another's middle: two that overlap lie no hours apart. */
function nearestTime({ time }: StoryCentroid, other: StoryCentroid): PublishedSpan | null {
  if (time === null) return null
  const at = Math.min(Math.max(other.time?.middle ?? time.middle, time.first), time.last)
  return { from: at, to: at }
}

/** The middle of a story's time as a moment; null where it has no day. */
export const middleOf = ({ time }: StoryCentroid): PublishedSpan | null =>
  time && { from: time.middle, to: time.middle }

type Nearest = { id: string; score: number }

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
  for (const [other] of finalists) {
    const score = storyScore(story, stories.get(other) as StoryCentroid)
    if (score > (nearest?.score ?? 0)) nearest = { id: other, score }
  }
  return nearest
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
