import { beyondChance, CHANCE_MEANING, cosine, type Meaning, meanVector, NO_MEANING } from '#lib/compare/meaning.ts'
import { isPrecise, type PublishedSpan } from '#lib/compare/published-span.ts'
import { WINDOW_HOURS } from '#lib/compare/same-event.ts'

/** What the articles of a story mean together: the mean of so many of their vectors, and the hours it was told in. */
export type StoryMeaning = { mean: Float32Array; articles: number; from: number; to: number; isAround: boolean }

/** Vectors of a story that count, the newest: what it has come to. */
export const MEANT_ARTICLES = 8
/** Stories that are looked at for their meaning alone. */
const NEAREST = 5
/** Of so many stories around nine in ten are other events, and their nearness is chance: models differ much in theirs. */
const ENOUGH_AROUND = 20
const CHANCE_SHARE = 0.9

/** An article among the stories around it: the nearest, nearest first, and how near each is. */
export type Near = { nearest: string[]; of: (storyId: string) => Meaning }

/** The meaning of stories, by id, while a chunk of articles is put into them. */
export class StoryMeanings {
  readonly #stories = new Map<string, StoryMeaning>()

  /** @param meaning `isAround` where the story was met for its time alone, not for what it shares with an article. */
  know(storyId: string, meaning: StoryMeaning): void {
    this.#stories.set(storyId, meaning)
  }

  /** The story has this article too, or begins with it. */
  join(storyId: string, vector: Float32Array, at: PublishedSpan | null): void {
    const { from, to } = hoursOf(at)
    const known = this.#stories.get(storyId)
    if (!known) {
      this.know(storyId, { mean: vector, articles: 1, from, to, isAround: true })
      return
    }
    const before = new Array<Float32Array>(Math.min(known.articles, MEANT_ARTICLES - 1)).fill(known.mean)
    this.know(storyId, {
      ...known,
      mean: meanVector([...before, vector]) ?? vector,
      articles: known.articles + 1,
      from: Math.min(known.from, from),
      to: Math.max(known.to, to),
    })
  }

  /** Where an article stands among the stories. */
  near(vector: Float32Array, at: PublishedSpan | null): Near {
    const around = [...this.#stories].filter(([, story]) => story.isAround && isInTime(story, at))
    const cosines = around.map(([id, { mean }]) => ({ id, cosine: cosine(vector, mean) }))
    cosines.sort((a, b) => b.cosine - a.cosine)
    const chance = chanceAmong(cosines.map((one) => one.cosine))
    return {
      nearest: cosines
        .slice(0, NEAREST)
        .filter((one) => beyondChance({ cosine: one.cosine, chance }) > 0)
        .map(({ id }) => id),
      of: (storyId) => {
        const story = this.#stories.get(storyId)
        return story ? { cosine: cosine(vector, story.mean), chance } : NO_MEANING
      },
    }
  }
}

/** @param cosines the greatest first */
function chanceAmong(cosines: readonly number[]): number {
  if (cosines.length < ENOUGH_AROUND) return CHANCE_MEANING
  return Math.max(CHANCE_MEANING, cosines[Math.floor(cosines.length * (1 - CHANCE_SHARE))] as number)
}

const hoursOf = (at: PublishedSpan | null): PublishedSpan =>
  isPrecise(at) ? at : { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }

function isInTime(story: StoryMeaning, at: PublishedSpan | null): boolean {
  const { from, to } = at ?? hoursOf(at)
  return story.from <= to + WINDOW_HOURS && story.to >= from - WINDOW_HOURS
}
