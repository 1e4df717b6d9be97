import { type Calibration, calibrate, type Outcome } from '#lib/tag/learn/calibrate.ts'
import type { Example } from '#lib/tag/learn/example.ts'
import { dictionaryOf, type FeatureTable, featureTable } from '#lib/tag/learn/feature-table.ts'
import type { LearnedModel } from '#lib/tag/learn/model.ts'
import { train, type Weights } from '#lib/tag/learn/train.ts'

/** Weights a model may have: 16 MB in every thread that suggests, twice four times that while it is learnt. */
const MOST_WEIGHTS = 1 << 23

/** Of few decisions each is held out once, in five parts; of many one part says enough. */
const PARTS = 5
const partsToTry = (articles: number): number => (articles < 3000 ? PARTS : 1)

/**
 * Learns one model for each term, and from decisions that a model had not seen how far its suggestions can be trusted.
 * The same examples in the same order give the same model, to the last bit. Pure.
 * @param terms ids; what examples say of terms are places in this list
 */
export function learnModel(examples: readonly Example[], terms: readonly string[]): LearnedModel {
  const dictionary = dictionaryOf(examples, Math.floor(MOST_WEIGHTS / Math.max(terms.length, 1)))
  const table = featureTable(examples, dictionary)
  const columns = dictionary.slots.length
  const outcomes: Outcome[][] = terms.map(() => [])
  for (let part = 0; part < partsToTry(examples.length); part++) {
    const learnt = rowsWhere(examples.length, (row) => row % PARTS !== part)
    const heldOut = rowsWhere(examples.length, (row) => row % PARTS === part)
    if (learnt.length === 0) continue
    const weights = train(examples, table, learnt, columns, terms.length)
    for (const row of heldOut)
      noteOutcomes(examples[row] as Example, rawScores(examples, table, row, weights), outcomes)
  }
  const all = rowsWhere(examples.length, () => true)
  const { weights, bias, hint } = train(examples, table, all, columns, terms.length)
  const stored = quantised(weights, terms.length)
  const tally = countsOf(examples, terms.length)
  return {
    dictionary,
    weights: stored.weights,
    terms: terms.map((id, k) => ({
      id,
      yes: tally.yes[k] as number,
      no: tally.no[k] as number,
      bias: bias[k] as number,
      hint: hint[k] as number,
      unit: stored.units[k] as number,
      ...(calibrate(outcomes[k] as Outcome[]) satisfies Calibration),
    })),
  }
}

function rowsWhere(rows: number, wanted: (row: number) => boolean): Uint32Array {
  return Uint32Array.from({ length: rows }, (_, row) => row).filter(wanted)
}

function rawScores(
  examples: readonly Example[],
  { offsets, columns, values }: FeatureTable,
  row: number,
  { weights, bias, hint }: Weights,
): Float64Array {
  const scores = Float64Array.from(bias)
  for (let i = offsets[row] as number; i < (offsets[row + 1] as number); i++) {
    const base = (columns[i] as number) * scores.length
    for (let k = 0; k < scores.length; k++)
      scores[k] = (scores[k] as number) + (weights[base + k] as number) * (values[i] as number)
  }
  for (const { term, score } of (examples[row] as Example).hints)
    scores[term] = (scores[term] as number) + (hint[term] as number) * score
  return scores
}

function noteOutcomes({ yes, no }: Example, scores: Float64Array, outcomes: Outcome[][]): void {
  scores.forEach((score, term) => {
    const right = yes.includes(term)
    if (right || no === 'others' || no.includes(term)) outcomes[term]?.push({ score, right })
  })
}

/** Refusals that were said; of articles that were gone through and have other terms there are always many. */
function countsOf(examples: readonly Example[], terms: number): { yes: Uint32Array; no: Uint32Array } {
  const [yes, no] = [new Uint32Array(terms), new Uint32Array(terms)]
  for (const example of examples) {
    for (const term of example.yes) yes[term] = (yes[term] as number) + 1
    if (example.no !== 'others') for (const term of example.no) no[term] = (no[term] as number) + 1
  }
  return { yes, no }
}

/** Weights as whole numbers of 16 bits, each term with its own unit. */
function quantised(weights: Float32Array, terms: number): { weights: Int16Array; units: Float64Array } {
  const units = new Float64Array(terms)
  weights.forEach((weight, i) => {
    const k = i % terms
    if (Math.abs(weight) > (units[k] as number)) units[k] = Math.abs(weight)
  })
  for (let k = 0; k < terms; k++) units[k] = (units[k] as number) / 32767 || 1
  const whole = new Int16Array(weights.length)
  for (let i = 0; i < whole.length; i++) whole[i] = Math.round((weights[i] as number) / (units[i % terms] as number))
  return { weights: whole, units }
}
