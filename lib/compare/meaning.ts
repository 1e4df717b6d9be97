/** Vectors that an embedding provider made of articles, by article id, all of one model and of length 1. */
export type Embedded = { model: string; vectors: ReadonlyMap<string, Float32Array> }

/** How near an article is to a story in meaning, and how near it is to any other by chance: cosines. */
export type Meaning = { cosine: number; chance: number }

/** Any two reports of one region's news are so near, in the models that were looked at: only what is nearer says anything. */
export const CHANCE_MEANING = 0.55
/** Where chance comes so near to 1 the model tells nothing apart: what is left is rounding. */
const TELLS_NOTHING = 0.95

/** Where nothing is known of the meaning. */
export const NO_MEANING: Meaning = { cosine: 0, chance: CHANCE_MEANING }

/** How much nearer than chance, 0 to 1. */
export const beyondChance = ({ cosine, chance }: Meaning): number =>
  chance >= TELLS_NOTHING ? 0 : Math.max(0, (cosine - chance) / (1 - chance))

/** The numbers as a vector of length 1; null where they have no direction. */
export function unitVector(numbers: ArrayLike<number>): Float32Array | null {
  let squares = 0
  for (let i = 0; i < numbers.length; i++) squares += (numbers[i] as number) ** 2
  const length = Math.sqrt(squares)
  if (!(length > 0 && Number.isFinite(length))) return null
  return Float32Array.from(numbers, (number) => number / length)
}

/** The mean of vectors of length 1, itself of length 1; those that are not as long as the first are left out. */
export function meanVector(vectors: readonly Float32Array[]): Float32Array | null {
  const [first] = vectors
  if (!first) return null
  const sum = new Float32Array(first.length)
  for (const vector of vectors)
    if (vector.length === sum.length)
      for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (vector[i] as number)
  return unitVector(sum)
}

/** The cosine of two vectors of length 1; 0 where they are not equally long: a provider may change a model under its name. */
export function cosine(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) return 0
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

/** A vector as its row has it. */
export const vectorBytes = (vector: Float32Array): Buffer =>
  Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)

/** A copy: typed arrays need an offset that is a multiple of four. */
export const vectorOf = (bytes: Uint8Array): Float32Array => new Float32Array(Uint8Array.from(bytes).buffer)
