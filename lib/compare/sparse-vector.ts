/** Weights by key; keys ascending, each once. Weights of length 1 together make a cosine of {@link dot}. */
export type SparseVector = { keys: Int32Array; weights: Float32Array }

/** Scales a vector's weights, in place, to length 1. */
export function normalise(vector: SparseVector): SparseVector {
  const { weights } = vector
  let square = 0
  for (let i = 0; i < weights.length; i++) square += (weights[i] as number) ** 2
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) * scale
  return vector
}

/** The weight that `keep` weights reach; 0 where there are no more than that. */
function cutOff(weights: Float32Array, keep: number): number {
  if (weights.length <= keep) return 0
  return weights.slice().sort()[weights.length - keep] as number
}

/** Keys of the heaviest weights, heaviest first; equal weights in the order of their keys. */
export function heaviestKeys({ keys, weights }: SparseVector, keep: number): Int32Array {
  const heavy = new Int32Array(Math.min(keep, keys.length))
  const sorted = new Float32Array(heavy.length)
  for (let i = 0, count = 0; i < keys.length; i++) {
    const weight = weights[i] as number
    if (count < heavy.length) count++
    else if (weight <= (sorted[count - 1] as number)) continue
    let place = count - 1
    for (; place > 0 && (sorted[place - 1] as number) < weight; place--) {
      sorted[place] = sorted[place - 1] as number
      heavy[place] = heavy[place - 1] as number
    }
    sorted[place] = weight
    heavy[place] = keys[i] as number
  }
  return heavy
}

/** The heaviest of some keys, heaviest first: what {@link heaviestKeys} finds where these are the likely ones. */
export function heaviestOf(vector: SparseVector, some: Iterable<number>, keep: number): Int32Array {
  const weighed = Array.from(new Set(some), (key) => ({ key, weight: weightOf(vector, key) }))
  weighed.sort((a, b) => b.weight - a.weight || a.key - b.key)
  return Int32Array.from(weighed.slice(0, keep), ({ key }) => key)
}

/** The weight of a key; 0 where the vector has it not. */
export function weightOf({ keys, weights }: SparseVector, key: number): number {
  const place = placeOf(key, keys)
  return keys[place] === key ? (weights[place] as number) : 0
}

/** Place of a key among ascending keys, or where it would stand. */
export function placeOf(key: number, keys: Int32Array): number {
  let low = 0
  let high = keys.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((keys[middle] as number) < key) low = middle + 1
    else high = middle
  }
  return low
}

/** The cosine of two vectors of length 1: one walk over both. */
export function dot(a: SparseVector, b: SparseVector): number {
  const { keys: keysA, weights: weightsA } = a
  const { keys: keysB, weights: weightsB } = b
  let i = 0
  let j = 0
  let sum = 0
  while (i < keysA.length && j < keysB.length) {
    const x = keysA[i] as number
    const y = keysB[j] as number
    if (x === y) sum += (weightsA[i++] as number) * (weightsB[j++] as number)
    else if (x < y) i++
    else j++
  }
  return sum
}

/**
 * The mean direction of two vectors, the first counted `times` times. Where that has grown to half as much again as
 * `keep`, the heaviest `keep` are kept.
 */
export function blend(a: SparseVector, times: number, b: SparseVector, keep: number): SparseVector {
  const keys = new Int32Array(a.keys.length + b.keys.length)
  const weights = new Float32Array(keys.length)
  let count = 0
  for (let i = 0, j = 0; i < a.keys.length || j < b.keys.length; count++) {
    const x = i < a.keys.length ? (a.keys[i] as number) : Number.POSITIVE_INFINITY
    const y = j < b.keys.length ? (b.keys[j] as number) : Number.POSITIVE_INFINITY
    keys[count] = Math.min(x, y)
    const fromA = x <= y ? (a.weights[i++] as number) * times : 0
    weights[count] = fromA + (y <= x ? (b.weights[j++] as number) : 0)
  }
  const all = { keys: keys.slice(0, count), weights: weights.slice(0, count) }
  return normalise(count > keep * 1.5 ? heaviest(all, keep) : all)
}

/** The entries of the heaviest weights; a few more than `keep` where weights are equal. */
export function heaviest({ keys, weights }: SparseVector, keep: number): SparseVector {
  const least = cutOff(weights, keep)
  let count = 0
  for (let i = 0; i < keys.length; i++) {
    if ((weights[i] as number) < least) continue
    keys[count] = keys[i] as number
    weights[count++] = weights[i] as number
  }
  // Single mentions weigh the same: without a limit they would all stay.
  const kept = Math.min(count, keep * 2)
  return { keys: keys.slice(0, kept), weights: weights.slice(0, kept) }
}
