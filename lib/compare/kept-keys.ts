import { DocumentFrequency } from '#lib/compare/document-frequency.ts'
import { floatsAt, intsAt, type PackedNumbers, packNumbers, uintsAt } from '#lib/compare/packed-numbers.ts'
import type { StoryKeys } from '#lib/compare/story-keys.ts'
import { type ArticleVector, articleVector, type VectorKeys } from '#lib/compare/story-vector.ts'

/** What was counted of the articles that are kept in one place: keys and counts in turn. */
export type Counted = { articles: number; counts: Int32Array }

/**
 * The keys of an archive's articles, or of a part of it, until all are counted and vectors can be made of them. They lie
 * packed, a chunk of articles in one piece, because a thread keeps what itself and others have read.
 */
export class KeptKeys {
  readonly #chunks = new Map<number, PackedNumbers>()
  #frequency = new DocumentFrequency()

  /** Keeps and counts the articles of a chunk, packed by {@link packKeys}. */
  keep(chunk: number, packed: PackedNumbers): void {
    this.#chunks.set(chunk, packed)
    const articles = (packed.starts.length - 1) / ARRAYS_OF_KEYS
    for (let row = 0; row < articles; row++) this.#frequency.add(keysAt(packed, row))
  }

  counted(): Counted {
    const { articles, terms } = this.#frequency.counts()
    return { articles, counts: Int32Array.from(terms.flat()) }
  }

  /** Counts with its own articles those that are kept elsewhere. */
  countWith(others: readonly Counted[]): void {
    const all = [this.counted(), ...others]
    this.#frequency = new DocumentFrequency({
      articles: all.reduce((sum, { articles }) => sum + articles, 0),
      terms: all.flatMap(({ counts }) => Array.from({ length: counts.length / 2 }, (_, i) => pairAt(counts, i))),
    })
  }

  /** Vectors of articles, packed for {@link vectorAt}. @param where for each its chunk and its row in it, in turn. */
  vectors(where: Int32Array): PackedNumbers {
    const arrays = []
    for (let i = 0; i < where.length; i += 2) {
      const keys = keysAt(this.#chunks.get(where[i] as number) as PackedNumbers, where[i + 1] as number)
      const { words, phrases, anchors, lookups } = articleVector(keys, this.#frequency.idf)
      for (const { keys, weights } of [words, phrases, anchors]) arrays.push(keys, weights)
      arrays.push(lookups)
    }
    return packNumbers(arrays)
  }
}

const pairAt = (counts: Int32Array, i: number): [number, number] => [
  counts[i * 2] as number,
  counts[i * 2 + 1] as number,
]

const ARRAYS_OF_KEYS = 6
const ARRAYS_OF_VECTOR = 7

/** What vectors are made of, of the articles of a chunk. */
export const packKeys = (articles: readonly StoryKeys[]): PackedNumbers =>
  packNumbers(
    articles.flatMap(({ text, terms, anchors, facts }) => [
      text,
      terms.keys,
      terms.counts,
      anchors.keys,
      anchors.sure,
      Int32Array.from(facts.headlines),
    ]),
  )

function keysAt(packed: PackedNumbers, row: number): VectorKeys {
  const first = row * ARRAYS_OF_KEYS
  return {
    text: intsAt(packed, first),
    terms: { keys: intsAt(packed, first + 1), counts: uintsAt(packed, first + 2) },
    anchors: { keys: intsAt(packed, first + 3), sure: floatsAt(packed, first + 4) },
    facts: { headlines: [...intsAt(packed, first + 5)] },
  }
}

/** One of the vectors that {@link KeptKeys.vectors} gave. */
export function vectorAt(packed: PackedNumbers, row: number): ArticleVector {
  const first = row * ARRAYS_OF_VECTOR
  const sparse = (at: number) => ({ keys: intsAt(packed, at), weights: floatsAt(packed, at + 1) })
  return {
    words: sparse(first),
    phrases: sparse(first + 2),
    anchors: sparse(first + 4),
    lookups: intsAt(packed, first + 6),
  }
}
