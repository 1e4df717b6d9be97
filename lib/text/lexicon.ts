import { mix32 } from '#lib/text/shingles.ts'
import { wordSpans } from '#lib/text/words.ts'

/** A folded text cut into words: which words of the lexicon they are, and where each begins in it (UTF-16 units). */
export type Tokens = { lexicon: Lexicon; ids: Int32Array; starts: Int32Array }

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

/** Words of news repeat: so many are remembered, some 300 bytes each with what is known of them; then a new one begins. */
const MOST_REMEMBERED = 100_000

/**
 * The words of a folded text, in order: those of `wordsOf` (a test holds the two together), found without making a
 * string of each. Every stage reads these numbers, and keeps what it knows of a word by its number.
 */
export function tokensOf(folded: string): Tokens {
  if (lexicon.words.length > MOST_REMEMBERED) lexicon = new Lexicon()
  return lexicon.tokensOf(folded)
}

/** Those of hash32, and of the second hash beside it. */
const HASH_SEED = 0x811c9dc5
const HASH_FACTOR = 0x01000193
const CHECK_SEED = 0x1b873593
const CHECK_FACTOR = 0x2c1b3c6d

/** Folded words as small numbers, the same word always the same one. */
class Lexicon {
  readonly words: string[] = []
  /** hash32 of each word. */
  hashes = new Uint32Array(1 << 14)
  /** A second, independent hash: 64 bits together tell all words of all languages apart without reading them. */
  #checks = new Int32Array(1 << 14)
  /** Two numbers a slot, side by side because memory is slower than arithmetic: a word's number, -1 for none, and its check. */
  #slots = new Int32Array(1 << 16).fill(-1)

  tokensOf(folded: string): Tokens {
    const most = (folded.length >> 1) + 1
    const ids = new Int32Array(most)
    const starts = new Int32Array(most)
    let count = 0
    if (ASTRAL.test(folded)) {
      for (const { start, end } of wordSpans(folded)) {
        starts[count] = start
        ids[count++] = this.#idOf(folded, start, end)
      }
      return { lexicon: this, ids: ids.slice(0, count), starts: starts.slice(0, count) }
    }
    const { length } = folded
    for (let i = 0; i < length; ) {
      const kind = CLASSES[folded.charCodeAt(i)] as number
      if (kind !== LETTER && kind !== DIGIT) {
        i++
        continue
      }
      starts[count] = i
      const end = kind === DIGIT ? endOfNumber(folded, i) : i
      if (end > i) {
        ids[count++] = this.#idOf(folded, i, end)
        i = end
        continue
      }
      // A plain word is hashed on the way to its end.
      const start = i
      let h = HASH_SEED
      let check = CHECK_SEED
      do {
        const unit = folded.charCodeAt(i)
        const unitKind = CLASSES[unit] as number
        if (unitKind !== LETTER && unitKind !== DIGIT) break
        h = Math.imul(h ^ unit, HASH_FACTOR)
        check = (Math.imul(check, CHECK_FACTOR) + unit) | 0
        i++
      } while (i < length)
      ids[count++] = this.#find(folded, start, i, mix32(h), check)
    }
    return { lexicon: this, ids: ids.slice(0, count), starts: starts.slice(0, count) }
  }

  #idOf(text: string, start: number, end: number): number {
    let h = HASH_SEED
    let check = CHECK_SEED
    for (let i = start; i < end; i++) {
      const unit = text.charCodeAt(i)
      h = Math.imul(h ^ unit, HASH_FACTOR)
      check = (Math.imul(check, CHECK_FACTOR) + unit) | 0
    }
    return this.#find(text, start, end, mix32(h), check)
  }

  /** The number of the word between two places of a text that has these hashes. */
  #find(text: string, start: number, end: number, hash: number, check: number): number {
    const slots = this.#slots
    const mask = slots.length - 1
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const id = slots[slot] as number
      if (id === -1) return this.#add(text.slice(start, end), hash, check, slot)
      if (slots[slot + 1] === check && this.hashes[id] === hash) return id
    }
  }

  #add(word: string, hash: number, check: number, slot: number): number {
    // A slice would keep its whole article alive.
    const id = this.words.push(Buffer.from(word).toString()) - 1
    if (id === this.hashes.length) {
      const hashes = new Uint32Array(id * 2)
      hashes.set(this.hashes)
      this.hashes = hashes
      const checks = new Int32Array(id * 2)
      checks.set(this.#checks)
      this.#checks = checks
    }
    this.hashes[id] = hash
    this.#checks[id] = check
    this.#slots[slot] = id
    this.#slots[slot + 1] = check
    if (this.words.length * 4 > this.#slots.length) this.#widen()
    return id
  }

  #widen(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1)
    const mask = slots.length - 1
    for (let id = 0; id < this.words.length; id++) {
      let slot = ((this.hashes[id] as number) << 1) & mask
      while (slots[slot] !== -1) slot = (slot + 2) & mask
      slots[slot] = id
      slots[slot + 1] = this.#checks[id] as number
    }
    this.#slots = slots
  }
}

let lexicon = new Lexicon()

/** The words themselves, in order, or the first of them. */
export function spellingsOf({ lexicon, ids }: Tokens, most = ids.length): string[] {
  const words = new Array<string>(Math.min(ids.length, most))
  for (let i = 0; i < words.length; i++) words[i] = lexicon.words[ids[i] as number] as string
  return words
}

/** What a stage knows of words: worked out once for each word, for as long as the lexicon remembers it. */
export class WordMemo<T extends NonNullable<unknown> | null> {
  #lexicon: Lexicon | null = null
  #values: (T | undefined)[] = []
  readonly #workOut: (word: string) => T

  constructor(workOut: (word: string) => T) {
    this.#workOut = workOut
  }

  /** What is known of each word of a text, in order, or of its first words only. */
  of({ lexicon, ids }: Tokens, most = ids.length): T[] {
    const values = this.#valuesFor(lexicon)
    const known = new Array<T>(Math.min(ids.length, most))
    for (let i = 0; i < known.length; i++) {
      const id = ids[i] as number
      const value = values[id]
      known[i] = value === undefined ? this.#remember(values, id, lexicon.words[id] as string) : value
    }
    return known
  }

  /** The same without the nulls, where few words are anything else. */
  found({ lexicon, ids }: Tokens): NonNullable<T>[] {
    const values = this.#valuesFor(lexicon)
    const found: NonNullable<T>[] = []
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as number
      const value = values[id]
      const known = value === undefined ? this.#remember(values, id, lexicon.words[id] as string) : value
      if (known !== null) found.push(known)
    }
    return found
  }

  #valuesFor(lexicon: Lexicon): (T | undefined)[] {
    if (lexicon !== this.#lexicon) {
      this.#lexicon = lexicon
      this.#values = []
    }
    const values = this.#values
    // An array with holes would be slow.
    while (values.length < lexicon.words.length) values.push(undefined)
    return values
  }

  #remember(values: (T | undefined)[], id: number, word: string): T {
    const fresh = this.#workOut(word)
    values[id] = fresh
    return fresh
  }
}

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
