import type { PublishedSpan } from '#lib/compare/published-span.ts'
import { eventScore, eventThreshold, windowOf } from '#lib/compare/same-event.ts'
import { beginStory, joinCopy, joinStory, type StoryCentroid } from '#lib/compare/story-centroid.ts'
import { PROBES, type StoryVector } from '#lib/compare/story-vector.ts'

/** The story nearest to an article, with its score, what would have made the two one, and how near the next best was. */
export type StoryMatch = { story: number; score: number; threshold: number; runnerUp: number }

/** Stories whose score is worked out to the end. */
const FINALISTS = 7

/**
 * Stories of articles that come in order of time (those without a day last), in memory: what the database does for the
 * product, for an archive in a file. Single pass: each article joins the nearest story or begins one.
 */
export class StoryStream {
  readonly stories: StoryCentroid[] = []
  /** Of the article that was added last, joined or not; null where no story was near. */
  nearest: StoryMatch | null = null
  /** {@link windowOf} each story. */
  readonly #since: number[] = []
  readonly #until: number[] = []
  readonly #byTerm = new Map<number, number[]>()
  readonly #indexed: Set<number>[] = []
  /** Working space of {@link #finalists}, all zeros in between. */
  #shared = new Uint16Array(1024)

  /** Takes in a story that was there before. @returns its number. */
  know(story: StoryCentroid): number {
    const number = this.stories.push(story) - 1
    this.#index(number)
    return number
  }

  /** Puts an article into its story. @param mayJoin false for a story that is not its own. @returns the story's number. */
  add(article: StoryVector, at: PublishedSpan | null, mayJoin?: (story: number) => boolean): number {
    this.nearest = this.#nearest(article, at, mayJoin)
    if (this.nearest !== null && this.nearest.score >= this.nearest.threshold) {
      const found = this.nearest.story
      this.stories[found] = joinStory(this.stories[found] as StoryCentroid, article, at)
      this.#index(found)
      return found
    }
    const story = this.stories.push(beginStory(article, at)) - 1
    this.#index(story)
    return story
  }

  /** A copy of a text belongs to that text's story, whatever the day. */
  addCopy(story: number, headlines: number[], at: PublishedSpan | null): number {
    this.stories[story] = joinCopy(this.stories[story] as StoryCentroid, headlines, at)
    this.#index(story)
    return story
  }

  #nearest(article: StoryVector, at: PublishedSpan | null, mayJoin?: (story: number) => boolean): StoryMatch | null {
    let best = -1
    let bestScore = 0
    let runnerUp = 0
    for (const story of this.#finalists(article, at)) {
      if (mayJoin?.(story) === false) continue
      const score = eventScore(article, this.stories[story] as StoryCentroid, at)
      if (score > bestScore) {
        runnerUp = bestScore
        best = story
        bestScore = score
      } else if (score > runnerUp) runnerUp = score
    }
    if (best === -1) return null
    const threshold = eventThreshold(at, this.stories[best] as StoryCentroid, runnerUp)
    return { story: best, score: bestScore, threshold, runnerUp }
  }

  /** The stories that share most of the article's heaviest terms, the heavier counted more, among those near in time. */
  #finalists(article: StoryVector, at: PublishedSpan | null): number[] {
    const touched: number[] = []
    if (this.#shared.length < this.stories.length) this.#shared = new Uint16Array(this.stories.length * 2)
    const shared = this.#shared
    for (let i = 0; i < article.lookups.length && i < PROBES; i++) {
      const stories = this.#byTerm.get(article.lookups[i] as number)
      if (!stories) continue
      for (let k = 0; k < stories.length; k++) {
        const story = stories[k] as number
        if (shared[story] === 0) touched.push(story)
        shared[story] = (shared[story] as number) + PROBES - i
      }
    }
    const best: number[] = []
    const counts: number[] = []
    for (const story of touched) {
      const count = shared[story] as number
      shared[story] = 0
      if (best.length === FINALISTS && count <= (counts[FINALISTS - 1] as number)) continue
      if (at !== null && (at.to < (this.#since[story] as number) || at.from > (this.#until[story] as number))) continue
      let place = best.length
      while (place > 0 && (counts[place - 1] as number) < count) place--
      best.splice(place, 0, story)
      counts.splice(place, 0, count)
      if (best.length > FINALISTS) {
        best.pop()
        counts.pop()
      }
    }
    return best
  }

  #index(story: number): void {
    const centroid = this.stories[story] as StoryCentroid
    const { since, until } = windowOf(centroid)
    this.#since[story] = since
    this.#until[story] = until
    this.#indexed[story] ??= new Set()
    const known = this.#indexed[story]
    for (const key of centroid.lookups) {
      if (known.has(key)) continue
      known.add(key)
      const stories = this.#byTerm.get(key)
      if (stories) stories.push(story)
      else this.#byTerm.set(key, [story])
    }
  }
}
