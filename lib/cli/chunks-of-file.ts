import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** Bytes of a chunk: large enough that handing it over costs little, small enough that threads finish together. */
const CHUNK_BYTES = 1 << 19
/** Bytes that are unzipped at a time, beside what this thread does meanwhile. */
const UNZIPPED_BYTES = 1 << 17

/** A piece of a file, whole lines of it; chunks count from 0, lines from 1. */
export type FileChunk = { number: number; bytes: Uint8Array<ArrayBuffer>; firstLine: number }

/** A file (.gz too) in pieces of whole lines. */
export async function* chunksOfFile(file: string): AsyncGenerator<FileChunk> {
  const raw = createReadStream(file, { highWaterMark: CHUNK_BYTES })
  const stream: Readable = file.endsWith('.gz') ? raw.pipe(createGunzip({ chunkSize: UNZIPPED_BYTES })) : raw
  raw.on('error', (error) => stream.destroy(error))
  let held: Buffer[] = []
  let size = 0
  let firstLine = 1
  let number = 0
  for await (const piece of stream as AsyncIterable<Buffer>) {
    const end = piece.lastIndexOf(10) + 1
    if (size + piece.length < CHUNK_BYTES || end === 0) {
      held.push(piece)
      size += piece.length
      continue
    }
    const bytes = new Uint8Array(Buffer.concat([...held, piece.subarray(0, end)]))
    const lines = countLines(bytes)
    yield { number: number++, bytes, firstLine }
    firstLine += lines
    held = [Buffer.from(piece.subarray(end))]
    size = held[0]?.length ?? 0
  }
  if (size > 0) yield { number, bytes: new Uint8Array(Buffer.concat(held)), firstLine }
}

function countLines(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count++
  return count
}
