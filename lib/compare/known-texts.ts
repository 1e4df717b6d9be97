import type { ComparableText } from '#lib/compare/comparable-text.ts'

/** Words kept in all: 4 bytes each, and as much again for their shingles. */
const MOST_WORDS = 1_500_000

/**
 * Texts made ready to be compared, those that were asked for last. Named by the checksum of their folded words, which
 * is all that a comparable text is made of: what is kept never grows stale, whatever becomes of the article.
 */
export class KnownTexts {
  readonly #texts = new Map<string, ComparableText>()
  readonly #most: number
  #words = 0

  constructor(most = MOST_WORDS) {
    this.#most = most
  }

  get(checksum: string): ComparableText | undefined {
    const text = this.#texts.get(checksum)
    if (text) {
      this.#texts.delete(checksum)
      this.#texts.set(checksum, text)
    }
    return text
  }

  /** Keeps a text, and lets go of those that were not asked for the longest. */
  keep(checksum: string, text: ComparableText): void {
    if (this.#texts.has(checksum)) return
    this.#texts.set(checksum, text)
    this.#words += text.words.length
    for (const [oldest, { words }] of this.#texts) {
      if (this.#words <= this.#most) return
      this.#texts.delete(oldest)
      this.#words -= words.length
    }
  }
}
