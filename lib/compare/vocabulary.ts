import { mix32 } from '#lib/compare/shingle-set.ts'
import { wordsOf } from '#lib/text/words.ts'

const LETTER = 1
const DIGIT = 2
const JOINT = 3

/** What each UTF-16 unit is to a word, by the same rule as `wordsOf`. */
const CLASSES = new Uint8Array(0x10000)
for (let code = 0; code < 0x10000; code++) {
  if (code >= 48 && code <= 57) CLASSES[code] = DIGIT
  else if (code === 44 || code === 46) CLASSES[code] = JOINT
  else if (/[\p{L}\p{N}]/u.test(String.fromCharCode(code))) CLASSES[code] = LETTER
}
const ASTRAL = /[\ud800-\udfff]/

/**
 * Folded words as small numbers, the same word always the same one. An archive has a few hundred thousand words and
 * many millions of their occurrences: what is known of a word (hash, stem, figure or not) is worked out once, and a text
 * is cut into words without making a string of each. Words are those of `wordsOf`, a test holds the two together.
 */
export class Vocabulary {
  readonly words: string[] = []
  /** hash32 of each word. */
  hashes = new Uint32Array(1 << 12)
  /** A second, independent hash: 64 bits together tell all words of all languages apart without reading them. */
  #checks = new Int32Array(1 << 12)
  #slots = new Int32Array(1 << 13).fill(-1)
  /** All words in UTF-8, one after the other; word n ends where word n + 1 begins. */
  #bytes = new Uint8Array(1 << 16)
  #begins = new Uint32Array((1 << 12) + 1)
  #joined = new Uint8Array(1 << 14)

  /** The words of a folded text, in order, as indexes into {@link words}. */
  idsOf(folded: string): Uint32Array {
    if (ASTRAL.test(folded)) return Uint32Array.from(wordsOf(folded), (word) => this.#idOf(word, 0, word.length))
    const ids = new Uint32Array((folded.length >> 1) + 1)
    let count = 0
    const length = folded.length
    for (let i = 0; i < length; ) {
      const kind = CLASSES[folded.charCodeAt(i)] as number
      if (kind !== LETTER && kind !== DIGIT) {
        i++
        continue
      }
      let end = kind === DIGIT ? endOfNumber(folded, i) : i
      if (end === i)
        do end++
        while (end < length && isWordUnit(folded.charCodeAt(end)))
      ids[count++] = this.#idOf(folded, i, end)
      i = end
    }
    return ids.slice(0, count)
  }

  /** Words joined by a space, in UTF-8, without making a string of them; valid until the next call. */
  joinedBytes(ids: Uint32Array): Uint8Array {
    const bytes = this.#bytes
    const begins = this.#begins
    let joined = this.#joined
    let length = 0
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as number
      const begin = begins[id] as number
      const end = begins[id + 1] as number
      if (length + end - begin + 1 > joined.length) joined = this.#joined = widened(joined, length + end - begin + 1)
      if (i > 0) joined[length++] = 32
      for (let k = begin; k < end; k++) joined[length++] = bytes[k] as number
    }
    return joined.subarray(0, length)
  }

  #idOf(text: string, start: number, end: number): number {
    let h = 0x811c9dc5
    let check = end - start
    for (let i = start; i < end; i++) {
      const unit = text.charCodeAt(i)
      h = Math.imul(h ^ unit, 0x01000193)
      check = (Math.imul(check, 0x2c1b3c6d) + unit) | 0
    }
    const hash = mix32(h)
    const slots = this.#slots
    const mask = slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = slots[slot] as number
      if (id === -1) return this.#add(text.slice(start, end), hash, check, slot)
      if (this.hashes[id] === hash && this.#checks[id] === check) return id
    }
  }

  #add(word: string, hash: number, check: number, slot: number): number {
    const id = this.words.length
    const bytes = Buffer.from(word)
    // A slice keeps its whole article alive; a word must not.
    this.words.push(bytes.toString())
    if (id === this.hashes.length) {
      const hashes = new Uint32Array(id * 2)
      hashes.set(this.hashes)
      this.hashes = hashes
      const checks = new Int32Array(id * 2)
      checks.set(this.#checks)
      this.#checks = checks
      const begins = new Uint32Array(id * 2 + 1)
      begins.set(this.#begins)
      this.#begins = begins
    }
    const begin = this.#begins[id] as number
    if (begin + bytes.length > this.#bytes.length) this.#bytes = widened(this.#bytes, begin + bytes.length)
    this.#bytes.set(bytes, begin)
    this.#begins[id + 1] = begin + bytes.length
    this.hashes[id] = hash
    this.#checks[id] = check
    this.#slots[slot] = id
    if (this.words.length * 2 > this.#slots.length) this.#widen()
    return id
  }

  #widen(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1)
    const mask = slots.length - 1
    for (let id = 0; id < this.words.length; id++) {
      let slot = (this.hashes[id] as number) & mask
      while (slots[slot] !== -1) slot = (slot + 1) & mask
      slots[slot] = id
    }
    this.#slots = slots
  }
}

/** The bytes in twice the room, or as much as is needed. */
function widened(bytes: Uint8Array<ArrayBuffer>, needed: number): Uint8Array<ArrayBuffer> {
  const wider = new Uint8Array(Math.max(bytes.length * 2, needed))
  wider.set(bytes)
  return wider
}

const isWordUnit = (code: number): boolean => CLASSES[code] === LETTER || CLASSES[code] === DIGIT

/** End of a number with inner points or commas (1,400 or 3.5); `start` where there is none and it is a plain word. */
function endOfNumber(text: string, start: number): number {
  let end = start
  while (CLASSES[text.charCodeAt(end)] === DIGIT) end++
  let joined = false
  while (CLASSES[text.charCodeAt(end)] === JOINT && CLASSES[text.charCodeAt(end + 1)] === DIGIT) {
    joined = true
    end++
    while (CLASSES[text.charCodeAt(end)] === DIGIT) end++
  }
  return joined ? end : start
}
