import type { Hint } from '#lib/tag/learn/example.ts'
import { type Dictionary, rarity, repeated } from '#lib/tag/learn/feature-table.ts'
import type { Features } from '#lib/tag/learn/features.ts'

/** What is known of one term. */
export type LearnedTerm = {
  id: string
  /** Articles it was accepted for or added to; articles it was refused for. */
  yes: number
  no: number
  bias: number
  /** How far the term's own words are trusted. */
  hint: number
  /** From the raw score to the share of such suggestions that were right (Platt 1999). */
  slope: number
  shift: number
  /** From this raw score on, nine of ten were right; null where too few decisions say so. */
  sureFrom: number | null
  /** A weight is its stored whole number times this. */
  unit: number
}

/** All that was learnt: one linear model a term over the same features. */
export type LearnedModel = {
  terms: LearnedTerm[]
  dictionary: Dictionary
  /** `weights[column * terms.length + term]`. */
  weights: Int16Array
}

/** Where the features of articles are found in a model, worked out once. */
export class ModelIndex {
  readonly model: LearnedModel
  readonly places: Map<string, number>
  readonly #keys: Int32Array
  readonly #rarities: Float32Array

  /** @param retired terms that are suggested no longer */
  constructor(model: LearnedModel, retired: readonly string[] = []) {
    this.model = model
    this.places = new Map(model.terms.map(({ id }, i) => [id, i]))
    for (const id of retired) this.places.delete(id)
    const { slots, frequencies, articles } = model.dictionary
    this.#keys = new Int32Array(1 << Math.max(1, Math.ceil(Math.log2(slots.length * 2 + 1)))).fill(-1)
    const mask = this.#keys.length - 1
    slots.forEach((slot, column) => {
      let at = slot & mask
      while (this.#keys[at] !== -1) at = (at + 1) & mask
      this.#keys[at] = column
    })
    this.#rarities = Float32Array.from(frequencies, (n) => rarity(n, articles))
  }

  /** The column of a slot, -1 where it is not kept. */
  columnOf(slot: number): number {
    const mask = this.#keys.length - 1
    const { slots } = this.model.dictionary
    for (let at = slot & mask; ; at = (at + 1) & mask) {
      const column = this.#keys[at] as number
      if (column === -1 || slots[column] === slot) return column
    }
  }

  /** An article as the model reads it: its kept columns, and how much each counts (together of length 1). */
  row({ slots, counts }: Features): { columns: Int32Array; values: Float32Array } {
    const columns = new Int32Array(slots.length)
    const values = new Float32Array(slots.length)
    let size = 0
    let squares = 0
    for (let i = 0; i < slots.length; i++) {
      const column = this.columnOf(slots[i] as number)
      if (column < 0) continue
      const value = repeated(counts[i] as number) * (this.#rarities[column] as number)
      columns[size] = column
      values[size++] = value
      squares += value * value
    }
    const shrink = 1 / Math.sqrt(squares || 1)
    for (let i = 0; i < size; i++) values[i] = (values[i] as number) * shrink
    return { columns: columns.subarray(0, size), values: values.subarray(0, size) }
  }

  /** The raw score of each term, in the order of the terms: above 0 it is likelier than not. */
  scores(features: Features, hints: readonly Hint[] = []): Float64Array {
    const { terms, weights } = this.model
    const count = terms.length
    const scores = new Float64Array(count)
    const { columns, values } = this.row(features)
    for (let i = 0; i < columns.length; i++) {
      const base = (columns[i] as number) * count
      const value = values[i] as number
      for (let k = 0; k < count; k++) scores[k] = (scores[k] as number) + (weights[base + k] as number) * value
    }
    terms.forEach(({ unit, bias }, k) => {
      scores[k] = (scores[k] as number) * unit + bias
    })
    for (const { term, score } of hints)
      scores[term] = (scores[term] as number) + (terms[term] as LearnedTerm).hint * score
    return scores
  }
}

/** How likely a suggestion with this raw score is right, by what became of others like it. */
export const likelihood = ({ slope, shift }: Pick<LearnedTerm, 'slope' | 'shift'>, score: number): number =>
  1 / (1 + Math.exp(-(slope * score + shift)))
