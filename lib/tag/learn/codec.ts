import type { LearnedModel, LearnedTerm } from '#lib/tag/learn/model.ts'

/** What a stored model begins with; another number is another format, and the model is learnt again. */
const FORMAT = 0x4d4c3031

/**
 * A model as bytes: format, length of the head, the head (JSON: terms, articles, columns), then little-endian slots,
 * frequencies and weights. The same model gives the same bytes. Pure.
 */
export function encodeModel({ terms, dictionary, weights }: LearnedModel): Uint8Array {
  const { slots, frequencies, articles } = dictionary
  const head = Buffer.from(JSON.stringify({ articles, columns: slots.length, terms }))
  const bytes = Buffer.alloc(8 + head.length + slots.length * 8 + weights.length * 2)
  let at = bytes.writeUInt32LE(FORMAT, 0)
  at = bytes.writeUInt32LE(head.length, at)
  at += head.copy(bytes, at)
  for (const slot of slots) at = bytes.writeUInt32LE(slot, at)
  for (const frequency of frequencies) at = bytes.writeUInt32LE(frequency, at)
  for (const weight of weights) at = bytes.writeInt16LE(weight, at)
  return bytes
}

/** The model of {@link encodeModel}; null where the bytes are of another format or cut off. */
export function decodeModel(bytes: Uint8Array): LearnedModel | null {
  const from = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (from.length < 8 || from.readUInt32LE(0) !== FORMAT) return null
  const start = 8 + from.readUInt32LE(4)
  if (from.length < start) return null
  const head = JSON.parse(from.toString('utf8', 8, start)) as {
    articles: number
    columns: number
    terms: LearnedTerm[]
  }
  const count = head.columns * head.terms.length
  if (from.length !== start + head.columns * 8 + count * 2) return null
  const slots = new Uint32Array(head.columns)
  const frequencies = new Uint32Array(head.columns)
  const weights = new Int16Array(count)
  for (let i = 0; i < head.columns; i++) slots[i] = from.readUInt32LE(start + i * 4)
  for (let i = 0; i < head.columns; i++) frequencies[i] = from.readUInt32LE(start + (head.columns + i) * 4)
  for (let i = 0; i < count; i++) weights[i] = from.readInt16LE(start + head.columns * 8 + i * 2)
  return { terms: head.terms, dictionary: { slots, frequencies, articles: head.articles }, weights }
}
