import type { SparseVector } from '#lib/compare/sparse-vector.ts'

/** Places of the filter; a vector of 300 keys lets one strange key of fifty through. */
const FILTER = 1 << 14
/** Keys are hashes, of which anchors keep the two last bits for themselves. */
const KIND_BITS = 2

/**
 * One vector laid out to be compared with several: a small hash table that stays in the processor's nearest cache, so
 * that each comparison is one walk over the other vector, most of whose keys a filter turns away. A walk over both would
 * guess at each step which is to go on, and half of the guesses would be wrong: it takes twice as long.
 */
export class HeldVector {
  #held: SparseVector | null = null
  readonly #mayHave = new Uint8Array(FILTER)
  /** 0 in an empty slot, which is no key. */
  #keys = new Int32Array(1024)
  #weights = new Float32Array(1024)

  /** The cosine of two vectors of length 1; `held` is laid out if it is not the one of the last call. */
  dot(held: SparseVector, { keys, weights }: SparseVector): number {
    this.#hold(held)
    const mayHave = this.#mayHave
    let sum = 0
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number
      if (mayHave[(key >>> KIND_BITS) & (FILTER - 1)] === 0) continue
      sum += this.#weightOf(key) * (weights[i] as number)
    }
    return sum
  }

  /** The sum of what both have, each key as much as the one that has more of it. */
  shared(held: SparseVector, { keys, weights }: SparseVector): number {
    this.#hold(held)
    const mayHave = this.#mayHave
    let sum = 0
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number
      if (mayHave[(key >>> KIND_BITS) & (FILTER - 1)] === 0) continue
      const weight = this.#weightOf(key)
      if (weight !== 0) sum += Math.max(weight, weights[i] as number)
    }
    return sum
  }

  /** 0 where the held vector has it not. */
  #weightOf(key: number): number {
    const mask = this.#keys.length - 1
    for (let slot = (key >>> KIND_BITS) & mask; this.#keys[slot] !== 0; slot = (slot + 1) & mask) {
      if (this.#keys[slot] === key) return this.#weights[slot] as number
    }
    return 0
  }

  #hold(vector: SparseVector): void {
    if (vector === this.#held) return
    this.#held = vector
    const { keys, weights } = vector
    if (keys.length * 2 > this.#keys.length) {
      this.#keys = new Int32Array(2 << (32 - Math.clz32(keys.length)))
      this.#weights = new Float32Array(this.#keys.length)
    } else this.#keys.fill(0)
    this.#mayHave.fill(0)
    const mask = this.#keys.length - 1
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number
      this.#mayHave[(key >>> KIND_BITS) & (FILTER - 1)] = 1
      let slot = (key >>> KIND_BITS) & mask
      while (this.#keys[slot] !== 0) slot = (slot + 1) & mask
      this.#keys[slot] = key
      this.#weights[slot] = weights[i] as number
    }
  }
}
