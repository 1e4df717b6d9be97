import { KeyCounts } from '#lib/compare/key-counts.ts'
import { NO_TERM, PRIOR_SHARES } from '#lib/compare/story-terms.ts'

/** What is known beforehand counts as this many articles: enough for a first batch, soon outweighed by an archive. */
const PRIOR_ARTICLES = 100
/** Share of articles that a word not known beforehand is expected in. */
const UNKNOWN_SHARE = 0.003

/** How much a term (by its key) tells. */
export type Idf = (key: number) => number

/** In how many articles each term was seen so far, on top of what news is known to repeat. */
export class DocumentFrequency {
  #articles: number
  readonly #seen = new KeyCounts()

  /** @param counted what was counted before, as {@link counts} gave it. */
  constructor(counted: { articles: number; terms: Iterable<[number, number]> } = { articles: 0, terms: [] }) {
    this.#articles = counted.articles
    for (const [key, count] of counted.terms) this.#seen.add(key, count)
  }

  /** Counts an article by the keys of its terms; repetition changes nothing. */
  add(title: Int32Array, text: Int32Array): void {
    this.#articles++
    const keys = new Int32Array(title.length + text.length)
    keys.set(title)
    keys.set(text, title.length)
    keys.sort()
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number
      if (key !== NO_TERM && key !== keys[i - 1]) this.#seen.add(key)
    }
  }

  /** The logarithm of one in how many articles has the term. */
  readonly idf: Idf = (key) => {
    const expected = PRIOR_ARTICLES * (PRIOR_SHARES.get(key) ?? UNKNOWN_SHARE)
    return Math.log((PRIOR_ARTICLES + this.#articles + 1) / (expected + this.#seen.get(key) + 0.5))
  }

  /** What was counted, to be kept. */
  counts(): { articles: number; terms: [number, number][] } {
    return { articles: this.#articles, terms: [...this.#seen.entries()] }
  }
}
