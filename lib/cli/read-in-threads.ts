import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import type { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { createGunzip } from 'node:zlib'
import { type Chunk, type ReadChunk, readChunk } from '#lib/cli/compare-chunk.ts'

/** Bytes of a chunk: large enough that handing it over costs little, small enough that threads finish together. */
const CHUNK_BYTES = 1 << 19
/** A smaller file is read sooner than a thread starts. */
const WORTH_A_THREAD = 1 << 21
/** Threads besides this one, which reads as well: what it reads itself need not be handed over. */
const HELPERS = Math.min(3, availableParallelism() - 1)
/** Chunks that a helper has before it, and chunks read that wait for an earlier one, at most. */
const AHEAD = 2
const MOST_WAITING = 16

/** A chunk that is being read; `read` as soon as it is. */
type Reading = { read: ReadChunk | null; answer: Promise<ReadChunk> }

/** Reads a JSON Lines file (.gz too) and prepares its articles in threads; chunks come in the order of the file. */
export async function* readInThreads(file: string, keepText: boolean): AsyncGenerator<ReadChunk> {
  const info = await stat(file)
  const many = !info.isFile() || info.size > WORTH_A_THREAD
  const helpers = Array.from({ length: many ? HELPERS : 0 }, () => new Helper())
  const waiting: Reading[] = []
  try {
    for await (const chunk of chunksOf(file, keepText)) {
      waiting.push(helpers.find((helper) => helper.reading < AHEAD)?.read(chunk) ?? readHere(chunk))
      // Between two chunks the helpers' answers are heard.
      await setImmediate()
      while (waiting[0]?.read || waiting.length > MOST_WAITING) yield await (waiting.shift() as Reading).answer
    }
    for (const { answer } of waiting) yield await answer
  } finally {
    await Promise.all(helpers.map((helper) => helper.stop()))
  }
}

function readHere(chunk: Chunk): Reading {
  const read = readChunk(chunk)
  return { read, answer: Promise.resolve(read) }
}

class Helper {
  readonly #worker = new Worker(new URL('./compare-worker.ts', import.meta.url))
  readonly #asked: { reading: Reading; resolve: (read: ReadChunk) => void; reject: (error: Error) => void }[] = []

  constructor() {
    this.#worker.on('message', (read: ReadChunk) => {
      const asked = this.#asked.shift()
      if (!asked) return
      asked.reading.read = read
      asked.resolve(read)
    })
    this.#worker.on('error', (error: Error) => {
      for (const { reject } of this.#asked.splice(0)) reject(error)
    })
  }

  /** How many chunks it has not answered yet. */
  get reading(): number {
    return this.#asked.length
  }

  read(chunk: Chunk): Reading {
    const { promise, resolve, reject } = Promise.withResolvers<ReadChunk>()
    // A later chunk may fail before its turn to be awaited comes.
    promise.catch(() => undefined)
    const reading: Reading = { read: null, answer: promise }
    this.#asked.push({ reading, resolve, reject })
    this.#worker.postMessage(chunk, [chunk.bytes.buffer as ArrayBuffer])
    return reading
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
    const lines = countLines(bytes)
    yield { bytes, firstLine, keepText }
    firstLine += lines
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
