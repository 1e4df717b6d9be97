import type { ComparableText } from '#lib/compare/comparable-text.ts'
import { DuplicateGroups, type TextPair } from '#lib/compare/duplicate-groups.ts'
import type { Fingerprint } from '#lib/compare/fingerprint.ts'
import { isPrecise, type PublishedSpan } from '#lib/compare/published-span.ts'
import type { StoryFacts } from '#lib/compare/story-facts.ts'
import { StoryStream } from '#lib/compare/story-stream.ts'
import type { ArticleVector } from '#lib/compare/story-vector.ts'

/** The place of an article in an archive: numbers of the first article of its group and of its story, null where alone. */
export type Placement = { duplicateGroup: number | null; story: number | null }

/** An article as its place is found, whoever works out what it is about. */
export type PlacedArticle = {
  print: Fingerprint
  text: ComparableText
  facts: StoryFacts
  published: PublishedSpan | null
  /** What repeats its own boilerplate. */
  source: string
}

/**
 * Places the articles of an archive, one after the other. Duplicates are found as articles come, in any order; stories
 * when all are in, in order of time: for each of {@link toPlace} its vector is given to {@link placeNext}.
 */
export class ArchivePlacing {
  readonly #groups = new DuplicateGroups()
  readonly #articles: Pick<PlacedArticle, 'facts' | 'published'>[] = []
  readonly #sources = new Map<string, number>()
  readonly #stream = new StoryStream()
  readonly #storyOfGroup = new Map<number, number>()
  #stories: number[] = []
  #order: number[] = []
  #placed = 0

  /** @returns the earlier articles with the same text. */
  add({ print, text, facts, published, source }: PlacedArticle): TextPair[] {
    this.#articles.push({ facts, published })
    let number = this.#sources.get(source)
    if (number === undefined) this.#sources.set(source, (number = this.#sources.size))
    return this.#groups.add(print, text, number)
  }

  /** The articles whose vectors are needed, in the order of placing: of each text the first. No more may be added. */
  toPlace(): number[] {
    this.#order = this.#inOrderOfTime()
    this.#stories = new Array<number>(this.#order.length)
    const seen = new Set<number>()
    return this.#order.filter((article) => {
      const group = this.#groups.groupOf(article)
      return !seen.has(group) && seen.add(group)
    })
  }

  /** Places the next of {@link toPlace}. */
  placeNext(vector: ArticleVector): void {
    this.#placeCopies()
    const article = this.#order[this.#placed++] as number
    const { facts, published } = this.#articles[article] as PlacedArticle
    const story = this.#stream.add({ ...vector, facts }, published)
    this.#storyOfGroup.set(this.#groups.groupOf(article), story)
    this.#stories[article] = story
  }

  /** Places the copies that come before the next text. */
  #placeCopies(): void {
    for (; this.#placed < this.#order.length; this.#placed++) {
      const article = this.#order[this.#placed] as number
      const story = this.#storyOfGroup.get(this.#groups.groupOf(article))
      if (story === undefined) return
      const { facts, published } = this.#articles[article] as PlacedArticle
      this.#stories[article] = this.#stream.addCopy(story, facts.headlines, published)
    }
  }

  /** Where all articles are, in the order in which they were added; every vector was given. */
  placements(): Placement[] {
    this.#placeCopies()
    const groups = this.#articles.map((_, article) => this.#groups.groupOf(article))
    const groupSizes = sizes(groups)
    const storySizes = sizes(this.#stories)
    const firstOf = new Map<number, number>()
    this.#stories.forEach((story, article) => {
      if (!firstOf.has(story)) firstOf.set(story, article)
    })
    return groups.map((group, article) => {
      const story = this.#stories[article] as number
      return {
        duplicateGroup: (groupSizes.get(group) as number) > 1 ? group : null,
        story: (storySizes.get(story) as number) > 1 ? (firstOf.get(story) as number) : null,
      }
    })
  }

  /** Those whose day is known by time, then the others as they came. */
  #inOrderOfTime(): number[] {
    const time = this.#articles.map(({ published }) =>
      isPrecise(published) ? published.from : Number.POSITIVE_INFINITY,
    )
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
