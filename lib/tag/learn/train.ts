import type { Example } from '#lib/tag/learn/example.ts'
import type { FeatureTable } from '#lib/tag/learn/feature-table.ts'

/** One linear model a term: `weights[column * terms + term]`, what no word says (bias), and what its own words say. */
export type Weights = { weights: Float32Array; bias: Float64Array; hint: Float64Array }

const RATE = 0.3
const RATE_OF_BIAS = 0.01
/** Keeps AdaGrad's first step at the size of the gradient. */
const FIRST_SQUARE = 0.01
/** The words of a term are trusted from the start: they alone lift an ordinary term over one half. */
const TRUST_IN_HINTS = 6
/** A term whose error is this small has nothing to learn from the article: most terms, most of the time. */
const SMALL_ERROR = 0.01

/** Several passes where there is little to learn from; more taught nothing further (ANT, training part). */
const passesOver = (articles: number, features: number): number => (articles < 1000 ? 8 : features < 2_000_000 ? 5 : 3)

/**
 * One-vs-rest logistic regression, one step a decision, each feature with its own learning rate (AdaGrad, Duchi, Hazan &
 * Singer 2011). A rare term's yes counts for more (by the square root of how rare it is), so that common ones do not
 * drown it. Same input, same output, to the last bit. Pure.
 * @param rows which rows of the table to learn from
 */
export function train(
  examples: readonly Example[],
  table: FeatureTable,
  rows: Uint32Array,
  columns: number,
  terms: number,
): Weights {
  const { offsets, columns: at, values } = table
  // Weight and sum of squared gradients side by side: they are used together.
  const state = new Float32Array(columns * terms * 2)
  const tally = tallyOf(examples, rows, terms)
  const { bias, weightOfYes } = tally
  const hint = new Float64Array(terms).fill(TRUST_IN_HINTS)
  const hintSquares = new Float64Array(terms)
  const error = new Float64Array(terms)
  const active = new Int32Array(terms)
  const told = new Float64Array(terms)
  const order = Uint32Array.from(rows)
  const random = randomFrom(1)
  const passes = passesOver(rows.length, values.length)
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random)
    for (const row of order) {
      const example = examples[row] as Example
      const [from, to] = [offsets[row] as number, offsets[row + 1] as number]
      const wanted = wantedOf(example, told)
      for (let k = 0; k < terms; k++) error[k] = bias[k] as number
      for (const { term, score } of example.hints)
        error[term] = (error[term] as number) + (hint[term] as number) * score
      for (let i = from; i < to; i++) {
        const base = (at[i] as number) * terms * 2
        const value = values[i] as number
        for (let k = 0; k < terms; k++) error[k] = (error[k] as number) + (state[base + 2 * k] as number) * value
      }
      let size = 0
      for (let k = 0; k < terms; k++) {
        const target = wanted[k] as number
        if (target < 0) continue
        const p = 1 / (1 + Math.exp(-(error[k] as number)))
        const wrong = (p - target) * (target === 1 ? (weightOfYes[k] as number) : 1)
        bias[k] = (bias[k] as number) - RATE_OF_BIAS * wrong
        if (Math.abs(wrong) < SMALL_ERROR) continue
        error[size] = wrong
        active[size++] = k
      }
      for (const { term, score } of example.hints) {
        const place = active.subarray(0, size).indexOf(term)
        if (place < 0) continue
        const gradient = (error[place] as number) * score
        hintSquares[term] = (hintSquares[term] as number) + gradient * gradient
        hint[term] =
          (hint[term] as number) - (RATE * gradient) / Math.sqrt((hintSquares[term] as number) + FIRST_SQUARE)
      }
      for (let i = from; i < to; i++) {
        const base = (at[i] as number) * terms * 2
        const value = values[i] as number
        for (let j = 0; j < size; j++) {
          const w = base + 2 * (active[j] as number)
          const gradient = (error[j] as number) * value
          const squares = (state[w + 1] as number) + gradient * gradient
          state[w + 1] = squares
          state[w] = (state[w] as number) - (RATE * gradient) / Math.sqrt(squares + FIRST_SQUARE)
        }
      }
    }
  }
  const weights = new Float32Array(columns * terms)
  for (let i = 0; i < weights.length; i++) weights[i] = state[2 * i] as number
  return { weights, bias, hint }
}

/** 1 where the article has the term, 0 where not, -1 where nobody said. */
function wantedOf({ yes, no }: Example, into: Float64Array): Float64Array {
  into.fill(no === 'others' ? 0 : -1)
  if (no !== 'others') for (const term of no) into[term] = 0
  for (const term of yes) into[term] = 1
  return into
}

/** How often each term was given and refused: where its model begins, and how much a yes counts. */
function tallyOf(examples: readonly Example[], rows: Uint32Array, terms: number) {
  const told = new Float64Array(terms)
  const given = new Float64Array(terms)
  const refused = new Float64Array(terms)
  for (const row of rows) {
    wantedOf(examples[row] as Example, told)
    for (let k = 0; k < terms; k++) {
      if (told[k] === 1) given[k] = (given[k] as number) + 1
      else if (told[k] === 0) refused[k] = (refused[k] as number) + 1
    }
  }
  const mean = given.reduce((sum, n) => sum + n, 0) / terms
  return {
    bias: given.map((n, k) => Math.log((n + 0.5) / ((refused[k] as number) + 0.5))),
    weightOfYes: given.map((n) => Math.min(10, Math.sqrt(mean / Math.max(n, 1)))),
  }
}

/** A linear congruential generator (Numerical Recipes): the same order of articles every time, on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function shuffle(rows: Uint32Array, random: () => number): void {
  for (let i = rows.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = rows[i] as number
    rows[i] = rows[j] as number
    rows[j] = kept
  }
}
