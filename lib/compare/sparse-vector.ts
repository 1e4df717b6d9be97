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
  const heaviest = new Heaviest(Math.min(keep, keys.length))
  for (let i = 0; i < keys.length; i++) heaviest.offer(keys[i] as number, weights[i] as number)
  return heaviest.keys()
}

/** The same of some keys alone: what {@link heaviestKeys} finds where these are the likely ones. */
export function heaviestOf(vector: SparseVector, some: readonly Int32Array[], keep: number): Int32Array {
  const heaviest = new Heaviest(keep)
  for (const keys of some) {
    for (let i = 0; i < keys.length; i++) {
      const weight = weightOf(vector, keys[i] as number)
      if (weight > 0) heaviest.offer(keys[i] as number, weight)
    }
  }
  return heaviest.keys()
}

/** The heaviest of what is offered, in order: a key that is offered again is one. */
class Heaviest {
  readonly #keys: Int32Array
  readonly #weights: Float32Array
  #count = 0

  constructor(keep: number) {
    this.#keys = new Int32Array(keep)
    this.#weights = new Float32Array(keep)
  }

  offer(key: number, weight: number): void {
    const keys = this.#keys
    const weights = this.#weights
    if (this.#count === keys.length && (keys.length === 0 || weight < (weights[keys.length - 1] as number))) return
    let place = this.#count
    while (place > 0 && isBefore(weight, key, weights[place - 1] as number, keys[place - 1] as number)) place--
    if (place === keys.length || (place > 0 && keys[place - 1] === key && weights[place - 1] === weight)) return
    if (this.#count < keys.length) this.#count++
    for (let i = this.#count - 1; i > place; i--) {
      keys[i] = keys[i - 1] as number
      weights[i] = weights[i - 1] as number
    }
    keys[place] = key
    weights[place] = weight
  }

  keys(): Int32Array {
    return this.#keys.slice(0, this.#count)
  }
}

const isBefore = (weight: number, key: number, weightThere: number, keyThere: number): boolean =>
  weight > weightThere || (weight === weightThere && key < keyThere)

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
  const all = merged(a, times, b, (x, y) => x + y)
  return normalise(all.keys.length > keep * 1.5 ? heaviest(all, keep) : all)
}

/** The entries of both vectors, the first's weights `times` as heavy; `join` says what a key weighs that both have. */
export function merged(
  a: SparseVector,
  times: number,
  b: SparseVector,
  join: (x: number, y: number) => number,
): SparseVector {
  const { keys: keysA, weights: weightsA } = a
  const { keys: keysB, weights: weightsB } = b
  const keys = new Int32Array(keysA.length + keysB.length)
  const weights = new Float32Array(keys.length)
  let count = 0
  let i = 0
  let j = 0
  while (i < keysA.length && j < keysB.length) {
    const x = keysA[i] as number
    const y = keysB[j] as number
    keys[count] = x < y ? x : y
    if (x < y) weights[count++] = (weightsA[i++] as number) * times
    else if (y < x) weights[count++] = weightsB[j++] as number
    else weights[count++] = join((weightsA[i++] as number) * times, weightsB[j++] as number)
  }
  for (; i < keysA.length; i++) {
    keys[count] = keysA[i] as number
    weights[count++] = (weightsA[i] as number) * times
  }
  for (; j < keysB.length; j++) {
    keys[count] = keysB[j] as number
    weights[count++] = weightsB[j] as number
  }
  return { keys: keys.slice(0, count), weights: weights.slice(0, count) }
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
