type Numbers = Int32Array | Uint32Array | Float32Array

/** Many small arrays of 32-bit numbers in one buffer, which one thread hands to another without copying it. */
export type PackedNumbers = {
  buffer: ArrayBuffer /** Place of each array, and the end of the last. */
  starts: Uint32Array
}

/** Packs arrays, to be taken out by their place among them. */
export function packNumbers(arrays: readonly Numbers[]): PackedNumbers {
  const starts = new Uint32Array(arrays.length + 1)
  for (let i = 0; i < arrays.length; i++) starts[i + 1] = (starts[i] as number) + (arrays[i] as Numbers).length
  const buffer = new ArrayBuffer((starts[arrays.length] as number) * 4)
  const ints = new Int32Array(buffer)
  const uints = new Uint32Array(buffer)
  const floats = new Float32Array(buffer)
  arrays.forEach((array, i) => {
    const packed = array instanceof Int32Array ? ints : array instanceof Uint32Array ? uints : floats
    packed.set(array, starts[i])
  })
  return { buffer, starts }
}

export const intsAt = ({ buffer, starts }: PackedNumbers, i: number): Int32Array =>
  new Int32Array(buffer, (starts[i] as number) * 4, (starts[i + 1] as number) - (starts[i] as number))

export const uintsAt = ({ buffer, starts }: PackedNumbers, i: number): Uint32Array =>
  new Uint32Array(buffer, (starts[i] as number) * 4, (starts[i + 1] as number) - (starts[i] as number))

export const floatsAt = ({ buffer, starts }: PackedNumbers, i: number): Float32Array =>
  new Float32Array(buffer, (starts[i] as number) * 4, (starts[i + 1] as number) - (starts[i] as number))
