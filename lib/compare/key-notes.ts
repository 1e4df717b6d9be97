/**
 * Keys with one number each, collected for one text and emptied for the next: a hash table of typed arrays, several
 * times faster than a Map that is made anew for each of an archive's texts.
 */
export class KeyNotes {
  #keys = new Int32Array(1024)
  #values = new Float64Array(1024)
  /** The text in which a slot was filled; any other's is empty. */
  #texts = new Uint32Array(1024)
  #text = 1
  /** The slots that are filled, in the order of noting. */
  #slots = new Uint16Array(1024)
  #size = 0

  /** Notes a value under a key; the most of all that is noted under it stays. */
  note(key: number, value: number): void {
    const slot = this.#slotOf(key)
    if (this.#texts[slot] !== this.#text) this.#fill(slot, key, value)
    else if ((this.#values[slot] as number) < value) this.#values[slot] = value
  }

  /** Adds to what is noted under a key: `first` where nothing is, else `again`. */
  add(key: number, first: number, again: number): void {
    const slot = this.#slotOf(key)
    if (this.#texts[slot] !== this.#text) this.#fill(slot, key, first)
    else this.#values[slot] = (this.#values[slot] as number) + again
  }

  /** What was noted, keys ascending; none is left here. */
  take(): { keys: Int32Array; values: Float32Array } {
    const keys = new Int32Array(this.#size)
    for (let i = 0; i < keys.length; i++) keys[i] = this.#keys[this.#slots[i] as number] as number
    keys.sort()
    const values = new Float32Array(keys.length)
    for (let i = 0; i < keys.length; i++) values[i] = this.#values[this.#slotOf(keys[i] as number)] as number
    this.#empty()
    return { keys, values }
  }

  /** The slot of a key, or the empty one where it belongs. */
  #slotOf(key: number): number {
    const mask = this.#keys.length - 1
    let slot = (key ^ (key >>> 15)) & mask
    while (this.#texts[slot] === this.#text && this.#keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  #fill(slot: number, key: number, value: number): void {
    this.#texts[slot] = this.#text
    this.#keys[slot] = key
    this.#values[slot] = value
    this.#slots[this.#size++] = slot
    if (this.#size * 2 >= this.#keys.length) this.#widen()
  }

  #empty(): void {
    this.#size = 0
    if (++this.#text < 0xffffffff) return
    this.#texts.fill(0)
    this.#text = 1
  }

  #widen(): void {
    const keys = Array.from(this.#slots.subarray(0, this.#size), (slot) => this.#keys[slot] as number)
    const values = keys.map((key) => this.#values[this.#slotOf(key)] as number)
    const length = this.#keys.length * 2
    this.#keys = new Int32Array(length)
    this.#values = new Float64Array(length)
    this.#texts = new Uint32Array(length)
    this.#slots = new Uint16Array(length)
    this.#size = 0
    for (let i = 0; i < keys.length; i++)
      this.#fill(this.#slotOf(keys[i] as number), keys[i] as number, values[i] as number)
  }
}
