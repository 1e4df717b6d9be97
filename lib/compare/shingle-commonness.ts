import { mix32 } from '#lib/compare/shingle-set.ts'
import type { Commonness } from '#lib/compare/same-text.ts'

/** Buckets of the count: 8 MB, whatever the archive. */
const BUCKETS = 1 << 22
/** Counted shingles after which all counts are halved: what a source repeats is what it repeated lately. */
const HALVE_AFTER = BUCKETS * 4
/** So many articles may share a shingle by chance or by subject before it weighs less. */
const FREE_OVERALL = 30
const FREE_IN_SOURCE = 4

/**
 * How often shingles occur, in the whole corpus and in each source, for weighing boilerplate down.
 *
 * Only originals are counted: a copy says nothing about what a source repeats, and an agency report in fourteen papers
 * would pass for boilerplate. One row of counters with hashed places; two shingles that fall together are counted
 * together, which at these thresholds is harmless.
 */
export class ShingleCommonness {
  readonly #overall = new Uint16Array(BUCKETS)
  readonly #inSource = new Uint16Array(BUCKETS)
  #counted = 0

  /** Counts the shingles of an article that is no copy of an earlier one. */
  count(shingles: Uint32Array, source: number): void {
    for (let i = 0; i < shingles.length; i++) {
      const shingle = shingles[i] as number
      bump(this.#overall, shingle)
      bump(this.#inSource, mix32(shingle + Math.imul(source + 1, 0x9e3779b1)))
    }
    this.#counted += shingles.length
    if (this.#counted > HALVE_AFTER) this.#halve()
  }

  /** The weight of a shingle for a pair of articles of these two sources. */
  between(sourceA: number, sourceB: number): Commonness {
    return (shingle) => {
      const overall = (this.#overall[shingle & (BUCKETS - 1)] as number) / FREE_OVERALL
      const source = Math.max(this.#times(shingle, sourceA), this.#times(shingle, sourceB)) / FREE_IN_SOURCE
      const excess = Math.max(overall, source)
      return excess <= 1 ? 1 : 1 / excess
    }
  }

  #times(shingle: number, source: number): number {
    return this.#inSource[mix32(shingle + Math.imul(source + 1, 0x9e3779b1)) & (BUCKETS - 1)] as number
  }

  #halve(): void {
    for (let i = 0; i < BUCKETS; i++) {
      this.#overall[i] = (this.#overall[i] as number) >> 1
      this.#inSource[i] = (this.#inSource[i] as number) >> 1
    }
    this.#counted >>= 1
  }
}

function bump(counts: Uint16Array, hash: number): void {
  const at = hash & (BUCKETS - 1)
  const now = counts[at] as number
  if (now < 0xffff) counts[at] = now + 1
}
