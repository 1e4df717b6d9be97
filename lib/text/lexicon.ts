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

/** Folded words as small numbers, the same word always the same one. */
class Lexicon {
  readonly words: string[] = []
  /** hash32 of each word. */
  hashes = new Uint32Array(1 << 14)
  /** A second, independent hash: 64 bits together tell all words of all languages apart without reading them. */
  #checks = new Int32Array(1 << 14)
  #slots = new Int32Array(1 << 15).fill(-1)

  tokensOf(folded: string): Tokens {
    const most = (folded.length >> 1) + 1
    const ids = new Int32Array(most)
    const starts = new Int32Array(most)
    let count = 0
    const add = (start: number, end: number) => {
      starts[count] = start
      ids[count++] = this.#idOf(folded, start, end)
    }
    if (ASTRAL.test(folded)) for (const { start, end } of wordSpans(folded)) add(start, end)
    else {
      for (let i = 0; i < folded.length; ) {
        const kind = CLASSES[folded.charCodeAt(i)] as number
        if (kind !== LETTER && kind !== DIGIT) {
          i++
          continue
        }
        let end = kind === DIGIT ? endOfNumber(folded, i) : i
        if (end === i)
          do end++
          while (end < folded.length && isWordUnit(folded.charCodeAt(end)))
        add(i, end)
        i = end
      }
    }
    return { lexicon: this, ids: ids.slice(0, count), starts: starts.slice(0, count) }
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

let lexicon = new Lexicon()

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
    if (lexicon !== this.#lexicon) {
      this.#lexicon = lexicon
      this.#values = []
    }
    const { words } = lexicon
    const values = this.#values
    // An array with holes would be slow.
    while (values.length < words.length) values.push(undefined)
    const known: T[] = []
    for (let i = 0; i < ids.length && i < most; i++) {
      const id = ids[i] as number
      const value = values[id] as T | undefined
      known.push(value === undefined ? this.#remember(values, id, words[id] as string) : value)
    }
    return known
  }

  #remember(values: (T | undefined)[], id: number, word: string): T {
    const fresh = this.#workOut(word)
    values[id] = fresh
    return fresh
  }
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
