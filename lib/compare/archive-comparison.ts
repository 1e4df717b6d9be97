import { DocumentFrequency } from '#lib/compare/document-frequency.ts'
import { DuplicateGroups, type TextPair } from '#lib/compare/duplicate-groups.ts'
import type { PreparedArticle } from '#lib/compare/prepare-article.ts'
import { isPrecise, type PublishedSpan } from '#lib/compare/published-span.ts'
import type { StoryKeys } from '#lib/compare/story-keys.ts'
import { StoryStream } from '#lib/compare/story-stream.ts'
import { storyVector } from '#lib/compare/story-vector.ts'

/** The place of an article in an archive: numbers of the first article of its group and of its story, null where alone. */
export type Placement = { duplicateGroup: number | null; story: number | null }

/**
 * Compares an archive without a database: the stages of the product, one article after the other. Duplicates are found
 * as articles come, in any order; stories when all are in, in order of time, with what the whole archive says of how
 * common a term is.
 */
export class ArchiveComparison {
  readonly #groups = new DuplicateGroups()
  readonly #frequency = new DocumentFrequency()
  readonly #keys: StoryKeys[] = []
  readonly #published: (PublishedSpan | null)[] = []
  readonly #sources = new Map<string, number>()

  /** @param source what repeats its own boilerplate. @returns the earlier articles with the same text. */
  add({ print, text, keys }: PreparedArticle, published: PublishedSpan | null, source: string): TextPair[] {
    this.#keys.push(keys)
    this.#published.push(published)
    this.#frequency.add(keys)
    let number = this.#sources.get(source)
    if (number === undefined) this.#sources.set(source, (number = this.#sources.size))
    return this.#groups.add(print, text, number)
  }

  /** Places all articles, in the order in which they were added. */
  place(): Placement[] {
    const groups = this.#keys.map((_, article) => this.#groups.groupOf(article))
    const stories = this.#placeInStories(groups)
    const groupSizes = sizes(groups)
    const storySizes = sizes(stories)
    const firstOf = new Map<number, number>()
    stories.forEach((story, article) => {
      if (!firstOf.has(story)) firstOf.set(story, article)
    })
    return groups.map((group, article) => {
      const story = stories[article] as number
      return {
        duplicateGroup: (groupSizes.get(group) as number) > 1 ? group : null,
        story: (storySizes.get(story) as number) > 1 ? (firstOf.get(story) as number) : null,
      }
    })
  }

  #placeInStories(groups: number[]): number[] {
    const stream = new StoryStream()
    const storyOfGroup = new Map<number, number>()
    const stories = new Array<number>(groups.length)
    for (const article of this.#inOrderOfTime()) {
      const group = groups[article] as number
      const at = this.#published[article] ?? null
      const known = storyOfGroup.get(group)
      const story =
        known === undefined
          ? stream.add(storyVector(this.#keys[article] as StoryKeys, this.#frequency.idf), at)
          : stream.addCopy(known, (this.#keys[article] as StoryKeys).facts.headlines, at)
      storyOfGroup.set(group, story)
      stories[article] = story
    }
    return stories
  }

  /** Those whose day is known by time, then the others as they came. */
  #inOrderOfTime(): number[] {
    const time = this.#published.map((at) => (isPrecise(at) ? at.from : Number.POSITIVE_INFINITY))
    return time
      .map((_, i) => i)
      .sort((a, b) => (time[a] === time[b] ? a - b : (time[a] as number) - (time[b] as number)))
  }
}

function sizes(of: number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const x of of) counts.set(x, (counts.get(x) ?? 0) + 1)
  return counts
}
