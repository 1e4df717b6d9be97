import { mix32 } from '#lib/text/shingles.ts'

const NONE: readonly number[] = []

/**
 * Which stories are found by a key: a hash table of one typed array, where a Map of arrays takes several looks at memory
 * for each of an archive's many keys that one story alone has.
 */
export class StoriesByKey {
  /** Two numbers a slot: the key, and what it leads to; 0 nothing, n > 0 story n - 1 alone, n < 0 the list -n - 1. */
  #slots = new Int32Array(1 << 13)
  #size = 0
  readonly #lists: number[][] = []
  readonly #alone: [number] = [0]

  /** Notes a story under a key. */
  note(key: number, story: number): void {
    const slot = this.#slotOf(key)
    const known = this.#slots[slot + 1] as number
    if (known < 0) (this.#lists[-known - 1] as number[]).push(story)
    else if (known > 0) this.#slots[slot + 1] = -this.#lists.push([known - 1, story])
    else {
      this.#slots[slot] = key
      this.#slots[slot + 1] = story + 1
      if (++this.#size * 4 > this.#slots.length) this.#widen()
    }
  }

  /** The stories noted under a key, in the order of noting; good until the next call. */
  of(key: number): readonly number[] {
    const known = this.#slots[this.#slotOf(key) + 1] as number
    if (known === 0) return NONE
    if (known < 0) return this.#lists[-known - 1] as number[]
    this.#alone[0] = known - 1
    return this.#alone
  }

  /** The slot of a key, or the empty one where it belongs. */
  #slotOf(key: number): number {
    const slots = this.#slots
    const mask = slots.length - 1
    let slot = (mix32(key) << 1) & mask
    while (slots[slot + 1] !== 0 && slots[slot] !== key) slot = (slot + 2) & mask
    return slot
  }

  #widen(): void {
    const before = this.#slots
    this.#slots = new Int32Array(before.length * 2)
    for (let i = 0; i < before.length; i += 2) {
      if (before[i + 1] === 0) continue
      const slot = this.#slotOf(before[i] as number)
      this.#slots[slot] = before[i] as number
      this.#slots[slot + 1] = before[i + 1] as number
    }
  }
}
