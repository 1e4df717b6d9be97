/** How an element is written: its bytes, as PostgreSQL's `…recv` functions read them. */
type Element = { oid: number; bytes: (value: never) => Uint8Array }

const fixed = (size: number, write: (buffer: Buffer) => unknown): Buffer => {
  const buffer = Buffer.allocUnsafe(size)
  write(buffer)
  return buffer
}
const utf8 = (value: string): Buffer => Buffer.from(value, 'utf8')

const ELEMENTS = {
  text: { oid: 25, bytes: utf8 },
  jsonb: { oid: 3802, bytes: (json: string) => utf8(`\u0001${json}`) },
  uuid: { oid: 2950, bytes: (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex') },
  bytea: { oid: 17, bytes: (bytes: Uint8Array) => bytes },
  int: { oid: 23, bytes: (value: number) => fixed(4, (b) => b.writeInt32BE(value)) },
  float8: { oid: 701, bytes: (value: number) => fixed(8, (b) => b.writeDoubleBE(value)) },
  bool: { oid: 16, bytes: (value: boolean) => fixed(1, (b) => b.writeUInt8(value ? 1 : 0)) },
} satisfies Record<string, Element>

export type BinaryType = keyof typeof ELEMENTS

export const isBinaryType = (type: string): type is BinaryType => Object.hasOwn(ELEMENTS, type)

/**
 * A parameter `$n::TYPE[]` in PostgreSQL's binary format, which pg sends as it is where it is given a Buffer. As text,
 * every quotation mark is escaped here and unescaped there, and bytes travel as twice as many digits.
 * @param values numbers, strings, booleans, bytes as the type has them; jsonb as its text; null for NULL
 */
export function binaryArray(type: BinaryType, values: readonly unknown[]): Buffer {
  const { oid, bytes } = ELEMENTS[type]
  const elements = values.map((value) => (value === null || value === undefined ? null : bytes(value as never)))
  const size = elements.reduce((sum, element) => sum + 4 + (element?.length ?? 0), 0)
  const array = Buffer.allocUnsafe(20 + size)
  // One dimension, whether it has NULLs, the type, the length, and the number of the first element.
  array.writeInt32BE(values.length === 0 ? 0 : 1, 0)
  array.writeInt32BE(elements.includes(null) ? 1 : 0, 4)
  array.writeInt32BE(oid, 8)
  if (values.length === 0) return array.subarray(0, 12)
  array.writeInt32BE(values.length, 12)
  array.writeInt32BE(1, 16)
  let at = 20
  for (const element of elements) {
    at = array.writeInt32BE(element?.length ?? -1, at)
    if (element) {
      array.set(element, at)
      at += element.length
    }
  }
  return array
}
