import type { SparseVector } from '#lib/compare/sparse-vector.ts'
import type { StoryCentroid } from '#lib/compare/story-centroid.ts'
import { lookupsOf } from '#lib/compare/story-vector.ts'

/**
 * A story's centroid as bytes for its row: a header of JSON, then the three vectors as little-endian 32-bit arrays.
 * Some 6 kB; a row of JSON numbers would be three times that.
 */
export function encodeCentroid(story: StoryCentroid): Uint8Array<ArrayBuffer> {
  const header = new TextEncoder().encode(
    JSON.stringify({
      words: story.words.keys.length,
      phrases: story.phrases.keys.length,
      anchors: story.anchors.keys.length,
      facts: story.facts,
      size: story.size,
      time: story.time,
    }),
  )
  const arrays = [story.words, story.phrases, story.anchors].flatMap(({ keys, weights }) => [keys, weights])
  const bytes = new Uint8Array(4 + header.length + arrays.reduce((sum, a) => sum + a.byteLength, 0))
  new DataView(bytes.buffer).setUint32(0, header.length, true)
  bytes.set(header, 4)
  let at = 4 + header.length
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at)
    at += array.byteLength
  }
  return bytes
}

const NONE = { towns: [], actors: [], languages: [], headlines: [] }

type Header = Pick<StoryCentroid, 'facts' | 'size' | 'time'> & { words: number; phrases: number; anchors?: number }

export function decodeCentroid(bytes: Uint8Array): StoryCentroid {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  // Rows from before stories had anchors, tongues and headlines are read as stories without.
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Header
  // A copy: typed arrays need an offset that is a multiple of four. A Buffer's own slice is none, but a view.
  const body = Uint8Array.from(bytes.subarray(4 + length)).buffer
  const vector = (from: number, count: number): SparseVector => ({
    keys: new Int32Array(body, from, count),
    weights: new Float32Array(body, from + count * 4, count),
  })
  const words = vector(0, header.words)
  const anchors = vector((header.words + header.phrases) * 8, header.anchors ?? 0)
  const facts = { ...NONE, ...header.facts }
  return {
    words,
    phrases: vector(header.words * 8, header.phrases),
    anchors,
    lookups: lookupsOf(words, anchors, facts),
    facts,
    size: header.size,
    time: header.time,
  }
}
