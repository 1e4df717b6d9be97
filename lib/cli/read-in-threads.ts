import { createReadStream } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { createGunzip } from 'node:zlib'
import { type Chunk, type ReadChunk, readChunk } from '#lib/cli/compare-chunk.ts'

/** Bytes of a chunk: large enough that handing it over costs little, small enough that threads finish together. */
const CHUNK_BYTES = 1 << 20
/** A file of so few chunks is read sooner than a thread starts. */
const CHUNKS_WITHOUT_THREADS = 2
const THREADS = Math.min(2, availableParallelism())
/** Chunks a thread has before it, at most: the rest of the file waits on the disk. */
const AHEAD = 2

/** Reads a JSON Lines file (.gz too) and prepares its articles in threads; chunks come in the order of the file. */
export async function* readInThreads(file: string, keepText: boolean): AsyncGenerator<ReadChunk> {
  const threads: Thread[] = []
  const waiting: Promise<ReadChunk>[] = []
  try {
    let number = 0
    for await (const chunk of chunksOf(file, keepText)) {
      number++
      if (number <= CHUNKS_WITHOUT_THREADS) {
        yield readChunk(chunk)
        continue
      }
      if (threads.length < THREADS) threads.push(new Thread())
      waiting.push((threads[number % threads.length] as Thread).read(chunk))
      if (waiting.length >= THREADS * AHEAD) yield (await waiting.shift()) as ReadChunk
    }
    for (const read of waiting) yield await read
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()))
  }
}

class Thread {
  readonly #worker = new Worker(new URL('./compare-worker.ts', import.meta.url))
  readonly #answers: { resolve: (read: ReadChunk) => void; reject: (error: Error) => void }[] = []

  constructor() {
    this.#worker.on('message', (read: ReadChunk) => this.#answers.shift()?.resolve(read))
    this.#worker.on('error', (error: Error) => {
      for (const answer of this.#answers.splice(0)) answer.reject(error)
    })
  }

  read(chunk: Chunk): Promise<ReadChunk> {
    const answer = new Promise<ReadChunk>((resolve, reject) => this.#answers.push({ resolve, reject }))
    // A later chunk may fail before its turn to be awaited comes.
    answer.catch(() => undefined)
    this.#worker.postMessage(chunk)
    return answer
  }

  stop(): Promise<number> {
    return this.#worker.terminate()
  }
}

/** The file in pieces of whole lines. */
async function* chunksOf(file: string, keepText: boolean): AsyncGenerator<Chunk> {
  const raw = createReadStream(file, { highWaterMark: CHUNK_BYTES })
  const stream: Readable = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw
  raw.on('error', (error) => stream.destroy(error))
  let held: Buffer[] = []
  let size = 0
  let firstLine = 1
  for await (const piece of stream as AsyncIterable<Buffer>) {
    const end = piece.lastIndexOf(10) + 1
    if (size + piece.length < CHUNK_BYTES || end === 0) {
      held.push(piece)
      size += piece.length
      continue
    }
    const bytes = new Uint8Array(Buffer.concat([...held, piece.subarray(0, end)]))
    yield { bytes, firstLine, keepText }
    firstLine += countLines(bytes)
    held = [Buffer.from(piece.subarray(end))]
    size = held[0]?.length ?? 0
  }
  if (size > 0) yield { bytes: new Uint8Array(Buffer.concat(held)), firstLine, keepText }
}

function countLines(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count++
  return count
}
