import { vectorAt } from '#lib/compare/kept-keys.ts'
import type { PackedNumbers } from '#lib/compare/packed-numbers.ts'
import type { ArticleVector } from '#lib/compare/story-vector.ts'

/** Articles of a batch, and batches that are asked for before they are needed. */
const BATCH = 128
const AHEAD = 4

/** Who makes vectors of what is kept there. */
type Keeper = { vectors(where: Int32Array): PackedNumbers | Promise<PackedNumbers> }

/** Vectors of one keeper's articles, in the order in which they were added, worked out a little ahead of their use. */
export class VectorStream {
  readonly #keeper: Keeper
  /** For each article its chunk and its row in it, in turn. */
  readonly #where: number[] = []
  #asked = 0
  readonly #coming: (PackedNumbers | Promise<PackedNumbers>)[] = []
  #batch: PackedNumbers | null = null
  #row = 0

  constructor(keeper: Keeper) {
    this.#keeper = keeper
  }

  add(chunk: number, row: number): void {
    this.#where.push(chunk, row)
  }

  /** The next vector, where it is there already. */
  next(): ArticleVector | null {
    return this.#batch && this.#row < BATCH ? vectorAt(this.#batch, this.#row++) : null
  }

  /** The first vector of the next batch. */
  async nextBatch(): Promise<ArticleVector> {
    while (this.#coming.length < AHEAD && this.#asked < this.#where.length) {
      const until = this.#asked + BATCH * 2
      this.#coming.push(this.#keeper.vectors(Int32Array.from(this.#where.slice(this.#asked, until))))
      this.#asked = until
    }
    this.#batch = (await this.#coming.shift()) ?? null
    this.#row = 0
    return this.next() as ArticleVector
  }
}
