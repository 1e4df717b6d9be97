/** Numbers that look drawn by lot, the same for one seed on every machine (mulberry32). */
export class Lot {
  #state: number
  constructor(seed: number) {
    this.#state = seed >>> 0
  }
  /** From 0 up to 1, exclusive. */
  share(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  /** A whole number from 0 up to `below`, exclusive. */
  below(below: number): number {
    return Math.floor(this.share() * below)
  }
  oneOf<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T
  }
  is(chance: number): boolean {
    return this.share() < chance
  }
  shuffled<T>(list: readonly T[]): T[] {
    const out = [...list]
    for (let i = out.length - 1; i > 0; i--) {
      const j = this.below(i + 1)
      const [a, b] = [out[i] as T, out[j] as T]
      out[i] = b
      out[j] = a
    }
    return out
  }
}
