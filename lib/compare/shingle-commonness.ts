import type { Commonness } from '#lib/compare/same-text.ts'

/** Counters: 8 MB, whatever the archive. */
const COUNTERS = 1 << 22
/** Counters of a line: what one shingle needs lies in one line of the processor's cache. */
const LINE = 32
/** Counted shingles after which all counts are halved: what a source repeats is what it repeated lately. */
const HALVE_AFTER = COUNTERS * 4
/** So many articles may share a shingle by chance or by subject before it weighs less. */
const FREE_OVERALL = 30
const FREE_IN_SOURCE = 4

/**
 * How often shingles occur, in the whole corpus and in each source, for weighing boilerplate down.
 *
 * Only originals are counted: a copy says nothing about what a source repeats, and an agency report in fourteen papers
 * would pass for boilerplate. Places are hashed: two shingles that fall together are counted together, which at these
 * thresholds is harmless.
 */
export class ShingleCommonness {
  readonly #counters = new Uint16Array(COUNTERS)
  #counted = 0

  /** Counts the shingles of an article that is no copy of an earlier one. */
  count(shingles: Uint32Array, source: number): void {
    for (let i = 0; i < shingles.length; i++) {
      const shingle = shingles[i] as number
      this.#bump(placeOverall(shingle))
      this.#bump(placeInSource(shingle, source))
    }
    this.#counted += shingles.length
    if (this.#counted > HALVE_AFTER) this.#halve()
  }

  /** The weight of a shingle for a pair of articles of these two sources. */
  between(sourceA: number, sourceB: number): Commonness {
    const counters = this.#counters
    return (shingle) => {
      const overall = (counters[placeOverall(shingle)] as number) / FREE_OVERALL
      const inA = (counters[placeInSource(shingle, sourceA)] as number) / FREE_IN_SOURCE
      const inB = (counters[placeInSource(shingle, sourceB)] as number) / FREE_IN_SOURCE
      const excess = Math.max(overall, inA, inB)
      return excess <= 1 ? 1 : 1 / excess
    }
  }

  #bump(place: number): void {
    const now = this.#counters[place] as number
    if (now < 0xffff) this.#counters[place] = now + 1
  }

  #halve(): void {
    for (let i = 0; i < COUNTERS; i++) this.#counters[i] = (this.#counters[i] as number) >> 1
    this.#counted >>= 1
  }
}

const lineOf = (shingle: number): number => shingle & (COUNTERS - 1) & ~(LINE - 1)

/** The shingle's upper bits choose its counter in the line; each source has the one so many places on. */
const placeOverall = (shingle: number): number => lineOf(shingle) | (shingle >>> 27)
const placeInSource = (shingle: number, source: number): number =>
  lineOf(shingle) | (((shingle >>> 27) + 1 + (source % (LINE - 1))) & (LINE - 1))
