import type { Meaning } from '#lib/compare/meaning.ts'
import type { PublishedSpan } from '#lib/compare/published-span.ts'
import { eventScore, eventThreshold, windowOf } from '#lib/compare/same-event.ts'
import { StoriesByKey } from '#lib/compare/stories-by-key.ts'
import { beginStory, joinCopy, joinStory, type StoryCentroid } from '#lib/compare/story-centroid.ts'
import { PROBES, type StoryVector } from '#lib/compare/story-vector.ts'

/** The story nearest to an article, with its score, what would have made the two one, and how near the next best was. */
export type StoryMatch = { story: number; score: number; threshold: number; runnerUp: number }

/** Stories near an article in meaning, whatever its words, and how near each story is; where there is an embedding model. */
export type ByMeaning = { nearest: readonly number[]; of: (story: number) => Meaning }

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
  readonly #byKey = new StoriesByKey()
  /** The keys that a story that has changed is found by; null where they are its lookups. */
  readonly #indexed: (Set<number> | null)[] = []
  /** Working space of {@link #finalists}, all zeros in between. */
  #shared = new Uint16Array(1024)
  #touched = new Int32Array(1024)

  /** Takes in a story that was there before. @returns its number. */
  know(story: StoryCentroid): number {
    return this.#begin(story)
  }

  /** Puts an article into its story. @param mayJoin false for a story that is not its own. @returns the story's number. */
  add(
    article: StoryVector,
    at: PublishedSpan | null,
    mayJoin?: (story: number) => boolean,
    byMeaning?: ByMeaning,
  ): number {
    this.nearest = this.#nearest(article, at, mayJoin, byMeaning)
    if (this.nearest === null || this.nearest.score < this.nearest.threshold)
      return this.#begin(beginStory(article, at))
    const found = this.nearest.story
    this.#renew(found, joinStory(this.stories[found] as StoryCentroid, article, at))
    return found
  }

  /** A copy of a text belongs to that text's story, whatever the day. */
  addCopy(story: number, headlines: number[], at: PublishedSpan | null): number {
    this.#renew(story, joinCopy(this.stories[story] as StoryCentroid, headlines, at))
    return story
  }

  #nearest(
    article: StoryVector,
    at: PublishedSpan | null,
    mayJoin?: (story: number) => boolean,
    byMeaning?: ByMeaning,
  ): StoryMatch | null {
    let best = -1
    let bestScore = 0
    let runnerUp = 0
    const finalists = this.#finalists(article, at)
    for (const story of byMeaning ? new Set([...finalists, ...byMeaning.nearest]) : finalists) {
      if (mayJoin?.(story) === false) continue
      const score = eventScore(article, this.stories[story] as StoryCentroid, at, byMeaning?.of(story))
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
    if (this.#shared.length < this.stories.length) {
      this.#shared = new Uint16Array(this.stories.length * 2)
      this.#touched = new Int32Array(this.stories.length * 2)
    }
    const shared = this.#shared
    const touched = this.#touched
    let many = 0
    for (let i = 0; i < article.lookups.length && i < PROBES; i++) {
      const stories = this.#byKey.of(article.lookups[i] as number)
      for (let k = 0; k < stories.length; k++) {
        const story = stories[k] as number
        const before = shared[story] as number
        if (before === 0) touched[many++] = story
        shared[story] = before + PROBES - i
      }
    }
    const best: number[] = []
    const counts: number[] = []
    for (let i = 0; i < many; i++) {
      const story = touched[i] as number
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

  /** Takes in what has become of a story. */
  #renew(number: number, story: StoryCentroid): void {
    const before = this.stories[number] as StoryCentroid
    this.stories[number] = story
    this.#keepWindow(number, story)
    if (story.lookups === before.lookups) return
    const known = (this.#indexed[number] ??= new Set(before.lookups))
    for (const key of story.lookups) {
      if (known.has(key)) continue
      known.add(key)
      this.#byKey.note(key, number)
    }
  }

  #begin(story: StoryCentroid): number {
    const number = this.stories.push(story) - 1
    this.#keepWindow(number, story)
    this.#indexed.push(null)
    for (let i = 0; i < story.lookups.length; i++) this.#byKey.note(story.lookups[i] as number, number)
    return number
  }

  #keepWindow(number: number, story: StoryCentroid): void {
    const { since, until } = windowOf(story)
    this.#since[number] = since
    this.#until[number] = until
  }
}
