import type { ComparableText } from '#lib/compare/comparable-text.ts'
import type { Fingerprint } from '#lib/compare/fingerprint.ts'
import { estimateJaccard, WORTH_READING } from '#lib/compare/minhash.ts'
import { NewestByKey } from '#lib/compare/newest-by-key.ts'
import { relateTexts, type TextRelation, unites } from '#lib/compare/same-text.ts'
import { ShingleCommonness } from '#lib/compare/shingle-commonness.ts'

/** Articles that share a key of a band and were looked at, at most: the newest of a key that many share. */
const NEWEST_OF_A_KEY = 24

export type TextPair = { a: number; b: number; relation: TextRelation }

/**
 * Duplicate groups of articles that come one after the other, in memory: what the database does for the product, for an
 * archive in a file. Articles are named by the number under which they were added.
 */
export class DuplicateGroups {
  readonly #byChecksum = new Map<string, number>()
  readonly #byBand = new NewestByKey()
  readonly #commonness = new ShingleCommonness()
  readonly #signatures: Int32Array[] = []
  readonly #texts: ComparableText[] = []
  readonly #sources: number[] = []
  readonly #parent: number[] = []

  /** Compares an article with all before it. @returns the pairs found, each with its evidence. */
  add(print: Fingerprint, text: ComparableText, source: number): TextPair[] {
    const id = this.#parent.length
    this.#parent.push(id)
    this.#signatures.push(print.signature)
    this.#texts.push(text)
    this.#sources.push(source)
    if (print.wordCount === 0) return []
    const pairs: TextPair[] = []
    const twin = this.#byChecksum.get(print.checksum)
    if (twin === undefined) this.#byChecksum.set(print.checksum, id)
    // An exact copy is found by its checksum, and would only crowd the bands.
    const seen = twin === undefined ? this.#candidates(print, id) : [twin]
    for (const other of seen) {
      const commonness = this.#commonness.between(this.#sources[other] as number, source)
      const relation = relateTexts(this.#texts[other] as ComparableText, text, commonness)
      if (relation === null) continue
      pairs.push({ a: other, b: id, relation })
      if (unites(relation)) this.#unite(other, id)
    }
    if (!pairs.some((pair) => unites(pair.relation))) this.#commonness.count(text.shingles, source)
    return pairs
  }

  /** The first article of the group this one is in; itself where it is alone. */
  groupOf(id: number): number {
    let root = id
    while (this.#parent[root] !== root) root = this.#parent[root] as number
    this.#parent[id] = root
    return root
  }

  /** Earlier articles that are worth comparing with this one, which is noted for those to come. */
  #candidates(print: Fingerprint, id: number): number[] {
    const seen = new Set<number>()
    for (const key of print.bands) for (const other of this.#byBand.note(key, id, NEWEST_OF_A_KEY)) seen.add(other)
    return [...seen].filter((o) => estimateJaccard(this.#signatures[o] as Int32Array, print.signature) >= WORTH_READING)
  }

  #unite(a: number, b: number): void {
    const first = this.groupOf(a)
    const second = this.groupOf(b)
    if (first !== second) this.#parent[Math.max(first, second)] = Math.min(first, second)
  }
}
