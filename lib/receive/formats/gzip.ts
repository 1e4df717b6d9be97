import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type DeliveredFile, piecesOf } from '#lib/receive/delivered-file.ts'
import { openStream, type Surroundings } from '#lib/receive/formats/surroundings.ts'
import { type Item, ProblemError } from '#lib/receive/item.ts'

/** A file in gzip, in one or many members: opened as the file that is in it, under its own name without the ending. */
export async function* openGzip(file: DeliveredFile, around: Surroundings): AsyncGenerator<Item> {
  const name = file.path.replace(/\.tgz$/i, '.tar').replace(/\.gz$/i, '')
  const packed = Readable.from(piecesOf(file))
  const unpacked = createGunzip()
  packed.once('error', (error) => unpacked.destroy(error))
  try {
    yield* openStream(notAgain(packed.pipe(unpacked)), name, file.size, around, true)
  } catch (error) {
    if (error instanceof ProblemError || !isOfZlib(error)) throw error
    throw new ProblemError({ key: 'zip-broken' })
  } finally {
    unpacked.destroy()
    packed.destroy()
  }
}

/** A gzip in a gzip would be unpacked for ever. */
async function* notAgain(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isFirst = true
  for await (const piece of stream) {
    if (isFirst && piece[0] === 0x1f && piece[1] === 0x8b) throw new ProblemError({ key: 'zip-nested' })
    isFirst = false
    yield piece
  }
}

const isOfZlib = (error: unknown): boolean => /^Z_|^ERR_/.test((error as NodeJS.ErrnoException).code ?? '')
