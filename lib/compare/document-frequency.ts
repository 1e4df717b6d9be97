import { isPairKey, placeKeys } from '#lib/compare/event-anchors.ts'
import { thingKeys } from '#lib/compare/event-words.ts'
import { KeyCounts } from '#lib/compare/key-counts.ts'
import type { StoryKeys } from '#lib/compare/story-keys.ts'
import { PRIOR_SHARES } from '#lib/compare/story-terms.ts'

/** What is known beforehand counts as this many articles: enough for a first batch, soon outweighed by an archive. */
const PRIOR_ARTICLES = 100
/** Share of articles that a word not known beforehand is expected in. */
const UNKNOWN_SHARE = 0.003

/** Share of articles that name a country, or a thing that events are made of. */
const ANCHOR_SHARE = 0.05
const SHARES = new Map([
  ...PRIOR_SHARES,
  ...[...thingKeys(), ...placeKeys()].map((key) => [key, ANCHOR_SHARE] as const),
])

/**
 * What news is known to repeat keeps this much of its share, however much other matter an archive holds: beside hundreds
 * of strange texts, "Niger" and "Russia" would else say of two reports that they are one.
 */
const KEPT_SHARE = 0.5

const NONE_KNOWN = new Float64Array(0)

/** How much a term (by its key) tells. */
export type Idf = (key: number) => number

/** In how many articles each term was seen so far, on top of what news is known to repeat. */
export class DocumentFrequency {
  #articles: number
  readonly #seen = new KeyCounts()
  /** What {@link idf} has worked out, by the key's place among the counts; none after more was counted. */
  #known = NONE_KNOWN

  /** @param counted what was counted before, as {@link counts} gave it. */
  constructor(counted: { articles: number; terms: Iterable<[number, number]> } = { articles: 0, terms: [] }) {
    this.#articles = counted.articles
    for (const [key, count] of counted.terms) this.#seen.add(key, count)
  }

  /** Counts an article by the keys of its terms and anchors; repetition changes nothing. */
  add({ terms, anchors }: Pick<StoryKeys, 'terms' | 'anchors'>): void {
    this.#articles++
    this.#known = NONE_KNOWN
    for (const key of terms.keys) this.#seen.add(key)
    for (const key of anchors.keys) if (!isPairKey(key)) this.#seen.add(key)
  }

  /** The logarithm of one in how many articles has the term. */
  readonly idf: Idf = (key) => {
    if (this.#known === NONE_KNOWN) this.#known = new Float64Array(this.#seen.places).fill(Number.NaN)
    const place = this.#seen.placeOf(key)
    if (place < 0) return this.#workOut(key)
    const known = this.#known[place] as number
    return Number.isNaN(known) ? (this.#known[place] = this.#workOut(key)) : known
  }

  #workOut(key: number): number {
    const share = SHARES.get(key) ?? UNKNOWN_SHARE
    const all = PRIOR_ARTICLES + this.#articles
    const found = PRIOR_ARTICLES * share + this.#seen.get(key)
    const least = SHARES.has(key) ? all * share * KEPT_SHARE : 0
    return Math.log((all + 1) / (Math.max(found, least) + 0.5))
  }

  /** What was counted, to be kept. */
  counts(): { articles: number; terms: [number, number][] } {
    return { articles: this.#articles, terms: [...this.#seen.entries()] }
  }
}
