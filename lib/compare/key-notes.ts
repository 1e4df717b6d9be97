/**
 * Keys with the most that was noted for each, collected for one text and emptied for the next: a hash table of typed
 * arrays, several times faster than a Map that is made anew for each of an archive's texts.
 */
export class KeyNotes {
  #keys = new Int32Array(1024)
  #most = new Float32Array(1024)
  #slots = new Uint16Array(1024)
  #size = 0

  note(key: number, value: number): void {
    if (this.#size * 2 >= this.#keys.length) this.#widen()
    const mask = this.#keys.length - 1
    let slot = (key ^ (key >>> 15)) & mask
    while ((this.#most[slot] as number) > 0) {
      if (this.#keys[slot] === key) {
        if ((this.#most[slot] as number) < value) this.#most[slot] = value
        return
      }
      slot = (slot + 1) & mask
    }
    this.#keys[slot] = key
    this.#most[slot] = value
    this.#slots[this.#size++] = slot
  }

  /** What was noted, keys ascending; none is left here. */
  take(): { keys: Int32Array; most: Float32Array } {
    const keys = new Int32Array(this.#size)
    for (let i = 0; i < keys.length; i++) keys[i] = this.#keys[this.#slots[i] as number] as number
    keys.sort()
    const most = new Float32Array(keys.length)
    const mask = this.#keys.length - 1
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number
      let slot = (key ^ (key >>> 15)) & mask
      while (this.#keys[slot] !== key || this.#most[slot] === 0) slot = (slot + 1) & mask
      most[i] = this.#most[slot] as number
    }
    for (let i = 0; i < this.#size; i++) this.#most[this.#slots[i] as number] = 0
    this.#size = 0
    return { keys, most }
  }

  #widen(): void {
    const { keys, most } = this.take()
    this.#keys = new Int32Array(this.#keys.length * 2)
    this.#most = new Float32Array(this.#keys.length)
    this.#slots = new Uint16Array(this.#keys.length)
    for (let i = 0; i < keys.length; i++) this.note(keys[i] as number, most[i] as number)
  }
}
