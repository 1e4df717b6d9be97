import { mix32 } from '#lib/text/shingles.ts'

const NONE: readonly number[] = []

/**
 * The numbers noted under 32-bit keys, newest first found: a hash table of typed arrays, where each note knows the one
 * before it under its key. One look at memory a key, where a Map takes three to ask and to note.
 */
export class NewestByKey {
  /** The keys, and the newest note under each as its place + 1; 0 is an empty slot. */
  #keys = new Int32Array(1 << 12)
  #newest = new Int32Array(1 << 12)
  #size = 0
  /** The notes: what was noted, and the note before under the same key as its place + 1. */
  #noted = new Int32Array(1 << 12)
  #before = new Int32Array(1 << 12)
  #count = 0

  /** Notes a number under a key. @returns what was noted under it before: the newest `most` of it, in the order of noting. */
  note(key: number, value: number, most: number): readonly number[] {
    const slot = this.#slotOf(key)
    const before = this.#newest[slot] as number
    if (this.#count === this.#noted.length) {
      this.#noted = doubled(this.#noted)
      this.#before = doubled(this.#before)
    }
    this.#noted[this.#count] = value
    this.#before[this.#count] = before
    this.#newest[slot] = ++this.#count
    if (before !== 0) return this.#upTo(before, most)
    this.#keys[slot] = key
    if (++this.#size * 2 > this.#keys.length) this.#widen()
    return NONE
  }

  #upTo(newest: number, most: number): number[] {
    const found: number[] = []
    for (let note = newest; note !== 0 && found.length < most; note = this.#before[note - 1] as number)
      found.push(this.#noted[note - 1] as number)
    return found.reverse()
  }

  /** The slot of a key, or the empty one where it belongs. */
  #slotOf(key: number): number {
    const mask = this.#keys.length - 1
    let slot = mix32(key) & mask
    while (this.#newest[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  #widen(): void {
    const [keys, newest] = [this.#keys, this.#newest]
    this.#keys = new Int32Array(keys.length * 2)
    this.#newest = new Int32Array(keys.length * 2)
    for (let i = 0; i < keys.length; i++) {
      if (newest[i] === 0) continue
      const slot = this.#slotOf(keys[i] as number)
      this.#keys[slot] = keys[i] as number
      this.#newest[slot] = newest[i] as number
    }
  }
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(array.length * 2)
  wider.set(array)
  return wider
}
