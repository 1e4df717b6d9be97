import { Worker } from 'node:worker_threads'
import type { Chunk, ReadChunk } from '#lib/cli/compare-chunk.ts'
import { type PackedLines, unpackLines } from '#lib/cli/packed-lines.ts'
import type { Counted } from '#lib/compare/kept-keys.ts'
import type { PackedNumbers } from '#lib/compare/packed-numbers.ts'

/** What compare-worker.ts is asked; `keep` and `countWith` go without an answer. */
export type Question =
  | { read: Chunk }
  | { keep: number; keys: PackedNumbers }
  | { counted: true }
  | { countWith: Counted[] }
  | { vectors: Int32Array }

export type PackedRead = Omit<ReadChunk, 'lines' | 'keys'> & { packed: PackedLines }

type Asked = { resolve: (answer: unknown) => void; reject: (error: Error) => void }

/** A thread that reads chunks of an archive, keeps what vectors are made of, and makes them. */
export class CompareHelper {
  readonly #worker = new Worker(new URL('./compare-worker.ts', import.meta.url))
  readonly #asked: Asked[] = []

  constructor() {
    this.#worker.on('message', (answer) => this.#asked.shift()?.resolve(answer))
    this.#worker.on('error', (error: Error) => {
      for (const { reject } of this.#asked.splice(0)) reject(error)
    })
  }

  /** How many questions it has not answered yet. */
  get busyWith(): number {
    return this.#asked.length
  }

  /** Reads a chunk, and keeps what vectors are made of here. */
  async read(chunk: Chunk): Promise<ReadChunk> {
    const { packed, ...read } = await this.#ask<PackedRead>({ read: chunk }, [chunk.bytes.buffer])
    return { ...read, lines: unpackLines(packed), keys: null }
  }

  /** Keeps the keys of a chunk that was read elsewhere. */
  keep(chunk: number, keys: PackedNumbers): void {
    this.#worker.postMessage({ keep: chunk, keys } satisfies Question, [keys.buffer])
  }

  counted(): Promise<Counted> {
    return this.#ask({ counted: true })
  }

  countWith(others: Counted[]): void {
    this.#worker.postMessage({ countWith: others } satisfies Question)
  }

  /** As {@link KeptKeys.vectors}. */
  vectors(where: Int32Array): Promise<PackedNumbers> {
    return this.#ask({ vectors: where })
  }

  stop(): Promise<number> {
    return this.#worker.terminate()
  }

  #ask<T>(question: Question, transfer: ArrayBuffer[] = []): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    // A later answer may fail before its turn to be awaited comes.
    promise.catch(() => undefined)
    this.#asked.push({ resolve: resolve as Asked['resolve'], reject })
    this.#worker.postMessage(question, transfer)
    return promise
  }
}
