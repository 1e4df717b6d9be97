import type { SpokenText } from '#lib/annotate/spoken-text.ts'
import type { Span } from '#lib/text/fold.ts'

/**
 * Which word of an old text is which of a new one, paragraphs that were moved included (P. Heckel, "A technique for
 * isolating differences between files", CACM 21/4, 1978):
 *
 *  1. three words in a row that stand once in either text are the same three words;
 *  2. equal words beside words that are the same, are the same: forwards, then backwards;
 *  3. what both texts begin and end with is the same.
 *
 * So one of three equal sentences is told from the others by what it stands among. Linear in the texts.
 */
export class MovedWords {
  readonly #old: SpokenText
  readonly #now: SpokenText
  /** For each old word its index in the new text; -1 where it is gone. And the other way round. */
  readonly #to: Int32Array
  readonly #from: Int32Array

  constructor(old: SpokenText, now: SpokenText) {
    this.#old = old
    this.#now = now
    this.#to = new Int32Array(old.words.length).fill(-1)
    this.#from = new Int32Array(now.words.length).fill(-1)
    const inNow = loneThrees(now)
    for (const [three, i] of loneThrees(old)) {
      const j = inNow.get(three) ?? -1
      if (i >= 0 && j >= 0) for (let k = 0; k < IN_A_ROW; k++) this.#join(i + k, j + k)
    }
    this.#widen(1)
    this.#widen(-1)
  }

  /** Where the words of an old span may stand now: spans of indexes of new words, with some room at both sides. */
  neighbourhoods(span: Span): Span[] {
    const { start, end } = this.#old.wordsIn(span)
    const beginnings: number[] = []
    for (let i = Math.max(0, start - NEAR); i < Math.min(this.#to.length, end + NEAR); i++) {
      const j = this.#to[i] as number
      if (j >= 0) beginnings.push(j - (i - start))
    }
    const found: Span[] = []
    for (const beginning of beginnings.sort((a, b) => a - b)) {
      const last = found.at(-1)
      const [from, to] = [Math.max(0, beginning - NEAR), beginning + (end - start) + NEAR]
      if (last && from <= last.end) last.end = Math.max(last.end, to)
      else found.push({ start: from, end: to })
    }
    return found
  }

  /**
   * How far the words before and after an old span stand before and after a place in the new text: 0 to 1 each. A word
   * or two have to stand right beside them.
   */
  surroundings(span: Span, place: Span): [before: number, after: number] {
    const [was, is] = [this.#old.wordsIn(span), this.#now.wordsIn(place)]
    let before = 0
    let after = 0
    for (let k = 1; k <= NEAR; k++) {
      const [i, j] = [this.#to[was.start - k] ?? -1, this.#to[was.end + k - 1] ?? -1]
      if (i >= 0 && i < is.start && i >= is.start - 2 * NEAR) before++
      if (j >= is.end && j < is.end + 2 * NEAR) after++
    }
    const [i, j] = [this.#to[was.start - 1], this.#to[was.end]]
    const few = was.end - was.start <= 2
    return [
      Math.min(few && i !== is.start - 1 ? 0.5 : 1, before / TELLING),
      Math.min(few && j !== is.end ? 0.5 : 1, after / TELLING),
    ]
  }

  /** True where most of the words at a place are known to be others than those of the old span. */
  isOthers(span: Span, place: Span): boolean {
    const [was, is] = [this.#old.wordsIn(span), this.#now.wordsIn(place)]
    let others = 0
    for (let j = is.start; j < is.end; j++) {
      const i = this.#from[j] as number
      if (i >= 0 && (i < was.start || i >= was.end)) others++
    }
    return others > (is.end - is.start) / 2
  }

  /** Roughly where a place in the old text is in the new one, in UTF-16 units: as far from the nearest word that stayed. */
  roughly(at: number): number {
    const { start } = this.#old.wordsIn({ start: at, end: at + 1 })
    for (let k = 0; k < this.#to.length; k++) {
      for (const i of [start - k, start + k]) {
        const j = this.#to[i] ?? -1
        if (j >= 0) return at + this.#placeOf(this.#now, j) - this.#placeOf(this.#old, i)
      }
    }
    return at
  }

  #placeOf(text: SpokenText, word: number): number {
    const { start, end } = text.words[word] ?? { start: 0, end: 1 }
    return text.toOriginal({ start, end }).start
  }

  #join(i: number, j: number): void {
    if (this.#to[i] !== -1 || this.#from[j] !== -1) return
    this.#to[i] = j
    this.#from[j] = i
  }

  #widen(step: 1 | -1): void {
    const last = this.#to.length
    for (let i = step > 0 ? -1 : last; step > 0 ? i < last : i >= 0; i += step) {
      const edge = step > 0 ? -1 : this.#from.length
      const j = i === -1 || i === last ? edge : (this.#to[i] as number)
      if (j === -1 && i !== -1) continue
      const [next, beside] = [this.#old.words[i + step], this.#now.words[j + step]]
      if (next && beside && next.text === beside.text) this.#join(i + step, j + step)
    }
  }
}

const IN_A_ROW = 3
/** So many words at either side are the surroundings of a note. */
const NEAR = 8
/** So many of them in their places tell the place. */
const TELLING = 3

/** Places of three words in a row; -1 where the same three stand again. */
function loneThrees({ words }: SpokenText): Map<string, number> {
  const places = new Map<string, number>()
  for (let i = 0; i + IN_A_ROW <= words.length; i++) {
    const three = `${words[i]?.text} ${words[i + 1]?.text} ${words[i + 2]?.text}`
    places.set(three, places.has(three) ? -1 : i)
  }
  return places
}
