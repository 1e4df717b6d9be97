import { ArchivePlacing, type Placement } from '#lib/compare/archive-placing.ts'
import { DocumentFrequency } from '#lib/compare/document-frequency.ts'
import type { TextPair } from '#lib/compare/duplicate-groups.ts'
import type { PreparedArticle } from '#lib/compare/prepare-article.ts'
import type { PublishedSpan } from '#lib/compare/published-span.ts'
import type { StoryKeys } from '#lib/compare/story-keys.ts'
import { articleVector } from '#lib/compare/story-vector.ts'

/**
 * Compares an archive without a database: the stages of the product, one article after the other. Stories are found with
 * what the whole archive says of how common a term is.
 */
export class ArchiveComparison {
  readonly #placing = new ArchivePlacing()
  readonly #frequency = new DocumentFrequency()
  readonly #keys: StoryKeys[] = []

  /** @param source what repeats its own boilerplate. @returns the earlier articles with the same text. */
  add({ print, text, keys }: PreparedArticle, published: PublishedSpan | null, source: string): TextPair[] {
    this.#keys.push(keys)
    this.#frequency.add(keys)
    return this.#placing.add({ print, text, facts: keys.facts, published, source })
  }

  /** Places all articles, in the order in which they were added. */
  place(): Placement[] {
    for (const article of this.#placing.toPlace())
      this.#placing.placeNext(articleVector(this.#keys[article] as StoryKeys, this.#frequency.idf))
    return this.#placing.placements()
  }
}
