import { pipeline, Readable } from 'node:stream'
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib'
import { FetchError } from '#lib/receive/fetch/fetch-error.ts'

/** What we say we take, and take. */
export const ENCODINGS = 'gzip, deflate, br, zstd'

/** Codings one upon another. More than two are an attack. */
const MOST = 2
/** RFC 9659: no sender may want a larger window for zstd than 8 MB. */
const ZSTD_WINDOW = 23

/**
 * The body of an answer without its packing, piece by piece, as its reader takes it: nothing is unpacked ahead of time.
 * A body of no bytes is none, whatever it is said to be packed with (304, and careless servers).
 * @param encoding the Content-Encoding: `gzip`, `gzip, br`
 * @throws FetchError fetch-encoding; what the decoders throw where it is damaged
 */
export async function* unpack(body: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  const codings = encoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding && coding !== 'identity')
  const pieces = body[Symbol.asyncIterator]()
  const first = await pieces.next()
  if (first.done) return
  if (codings.length > MOST) throw new FetchError({ key: 'fetch-encoding', encoding })
  let unpacked = Readable.from(again(first.value, pieces))
  // The last one named was the last one done.
  for (const coding of codings.reverse()) {
    const decoder = decoderOf(coding, first.value)
    if (!decoder) throw new FetchError({ key: 'fetch-encoding', encoding })
    // An error reaches whoever reads the last stream.
    unpacked = pipeline(unpacked, decoder, () => {})
  }
  yield* unpacked
}

function decoderOf(coding: string, first: Buffer) {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'br':
      return createBrotliDecompress()
    case 'zstd':
      return createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW } })
    case 'deflate':
      // zlib by the standard, bare deflate by many servers: the first byte tells.
      return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw()
    default:
      return null
  }
}

async function* again(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first
  yield* { [Symbol.asyncIterator]: () => rest }
}
