import type { Example } from '#lib/tag/learn/example.ts'
import { SLOTS } from '#lib/tag/learn/features.ts'

/** Which slots are kept, and how many articles have each. */
export type Dictionary = { slots: Uint32Array; frequencies: Uint32Array; articles: number }

/** Articles as rows of kept features: those of row i are at offsets[i] to offsets[i + 1]; each row has length 1. */
export type FeatureTable = { offsets: Uint32Array; columns: Uint32Array; values: Float32Array }

/** What occurs once or twice in a large archive teaches only itself; of a few articles everything is needed. */
const leastOf = (articles: number): number => (articles < 300 ? 1 : articles < 2000 ? 2 : 3)

/** Keeps what occurs often enough, and of it what is most frequent where that is more than `most`. Pure. */
export function dictionaryOf(examples: readonly Example[], most: number): Dictionary {
  const frequency = new Uint32Array(SLOTS)
  for (const { features } of examples)
    for (const slot of features.slots) frequency[slot] = (frequency[slot] as number) + 1
  let least = leastOf(examples.length)
  let kept = frequency.reduce((count, n) => (n >= least ? count + 1 : count), 0)
  while (kept > most) {
    least++
    kept = frequency.reduce((count, n) => (n >= least ? count + 1 : count), 0)
  }
  const slots = new Uint32Array(kept)
  let size = 0
  // Frequent ones together: what most articles ask for lies in few pages of memory.
  const often = least + examples.length / 100
  for (let slot = 0; slot < SLOTS; slot++) if ((frequency[slot] as number) >= often) slots[size++] = slot
  for (let slot = 0; slot < SLOTS; slot++)
    if ((frequency[slot] as number) >= least && (frequency[slot] as number) < often) slots[size++] = slot
  return { slots, frequencies: slots.map((slot) => frequency[slot] as number), articles: examples.length }
}

/**
 * How much a feature counts: the square root of its inverse document frequency. On Tunisian news (ANT, two of four parts
 * of its training part) accuracy and macro F1 were .819 and .706 with it, .819 and .705 with the whole of it.
 */
export const rarity = (frequency: number, articles: number): number =>
  Math.sqrt(Math.log((articles + 1) / (frequency + 1)) + 1)

/** A feature that occurs again says a little more. */
export const repeated = (count: number): number => 1 + Math.log(count)

/** The articles in the dictionary's terms. Pure. */
export function featureTable(examples: readonly Example[], dictionary: Dictionary): FeatureTable {
  const columnOf = new Int32Array(SLOTS).fill(-1)
  dictionary.slots.forEach((slot, column) => {
    columnOf[slot] = column
  })
  const rarities = Float64Array.from(dictionary.frequencies, (n) => rarity(n, dictionary.articles))
  const most = examples.reduce((sum, { features }) => sum + features.slots.length, 0)
  const columns = new Uint32Array(most)
  const values = new Float32Array(most)
  const offsets = new Uint32Array(examples.length + 1)
  let size = 0
  examples.forEach(({ features: { slots, counts } }, row) => {
    const start = size
    let squares = 0
    for (let i = 0; i < slots.length; i++) {
      const column = columnOf[slots[i] as number] as number
      if (column < 0) continue
      const value = repeated(counts[i] as number) * (rarities[column] as number)
      columns[size] = column
      values[size++] = value
      squares += value * value
    }
    const shrink = 1 / Math.sqrt(squares || 1)
    for (let i = start; i < size; i++) values[i] = (values[i] as number) * shrink
    offsets[row + 1] = size
  })
  return { offsets, columns: columns.slice(0, size), values: values.slice(0, size) }
}
