import { sharedAnchors } from '#lib/compare/anchor-vector.ts'
import { dot } from '#lib/compare/sparse-vector.ts'
import type { StoryCentroid } from '#lib/compare/story-centroid.ts'

/** How far back an affair is followed. */
export const AFFAIR_DAYS = 90

export type AffairLink = {
  score: number
  /** How much they share of terms, and of names, numbers and things. */
  because: { words: number; anchors: number; days: number }
}

/**
 * On our labelled set the pairs of one affair (a convoy sets out and arrives, a mine collapses and is taxed) reach .47,
 * the nearest of one place and another affair .42.
 */
const OF_ONE_AFFAIR = 0.45

/**
 * Is that earlier story of the same affair: told in like words, with the same names and things, of the same country or
 * town? A strike in another port is another affair, however alike.
 */
export function affairLink(story: StoryCentroid, earlier: StoryCentroid): AffairLink | null {
  if (story.time === null || earlier.time === null) return null
  const days = (story.time.middle - earlier.time.middle) / 24
  if (days <= 0 || days > AFFAIR_DAYS || !sharesPlace(story, earlier)) return null
  const words = dot(story.words, earlier.words)
  const anchors = sharedAnchors(story.anchors, earlier.anchors)
  const score = words + anchors
  return score < OF_ONE_AFFAIR ? null : { score, because: { words, anchors, days: Math.round(days) } }
}

const sharesPlace = ({ facts: a }: StoryCentroid, { facts: b }: StoryCentroid): boolean =>
  a.places.some((place) => b.places.includes(place)) || a.towns.some((town) => b.towns.includes(town))
