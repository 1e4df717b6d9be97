import { mix32 } from '#lib/text/shingles.ts'

/** Counts of 32-bit keys, other than 0: a hash table of two typed arrays, several times faster here than a Map. */
export class KeyCounts {
  #keys = new Int32Array(1 << 12)
  #counts = new Uint32Array(1 << 12)
  #size = 0

  /** Adds to a key's count. */
  add(key: number, count = 1): void {
    const slot = slotOf(key, this.#keys)
    if (this.#keys[slot] === 0) {
      this.#keys[slot] = key
      this.#size++
    }
    this.#counts[slot] = (this.#counts[slot] as number) + count
    if (this.#size * 2 > this.#keys.length) this.#widen()
  }

  get(key: number): number {
    return this.#counts[slotOf(key, this.#keys)] as number
  }

  /** A number for a key that has a count, under {@link places}; it holds until the next new key. -1 for no count. */
  placeOf(key: number): number {
    const slot = slotOf(key, this.#keys)
    return this.#keys[slot] === 0 ? -1 : slot
  }

  get places(): number {
    return this.#keys.length
  }

  *entries(): Generator<[key: number, count: number]> {
    for (let i = 0; i < this.#keys.length; i++) {
      if (this.#keys[i] !== 0) yield [this.#keys[i] as number, this.#counts[i] as number]
    }
  }

  #widen(): void {
    const before = [...this.entries()]
    this.#keys = new Int32Array(this.#keys.length * 2)
    this.#counts = new Uint32Array(this.#keys.length)
    for (const [key, count] of before) {
      const slot = slotOf(key, this.#keys)
      this.#keys[slot] = key
      this.#counts[slot] = count
    }
  }
}

/** The slot of a key, or the empty one where it belongs. */
function slotOf(key: number, keys: Int32Array): number {
  const mask = keys.length - 1
  let slot = mix32(key) & mask
  while (keys[slot] !== key && keys[slot] !== 0) slot = (slot + 1) & mask
  return slot
}
