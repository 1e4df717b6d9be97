import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { chunksOfFile } from '#lib/cli/chunks-of-file.ts'
import { type Chunk, type ReadChunk, readChunk } from '#lib/cli/compare-chunk.ts'
import { CompareHelper } from '#lib/cli/compare-helper.ts'
import { VectorStream } from '#lib/cli/vector-stream.ts'
import { KeptKeys } from '#lib/compare/kept-keys.ts'
import type { ArticleVector } from '#lib/compare/story-vector.ts'

/** A smaller file is read sooner than a thread starts. */
const WORTH_A_THREAD = 1 << 21
/** Threads besides this one, which reads as well: what it reads itself need not be handed over. */
const HELPERS = Math.min(3, availableParallelism() - 1)
/** Chunks that a helper has before it, and chunks read that wait for an earlier one, at most. */
const AHEAD = 2
const MOST_WAITING = 16

/** A chunk that is being read; `read` as soon as it is. */
type Reading = { read: ReadChunk | null; answer: Promise<ReadChunk> }

/** An article by the chunk that it was read in and its place among that chunk's lines. */
export type ReadArticle = { chunk: number; row: number }

/** How many helping threads a file is worth. */
export async function helpersFor(file: string): Promise<number> {
  const info = await stat(file)
  return info.isFile() && info.size < WORTH_A_THREAD ? 0 : HELPERS
}

/** Reads a JSON Lines file (.gz too) in threads, and makes vectors of its articles there. */
export class CompareThreads {
  readonly #file: string
  readonly #helpers: CompareHelper[]
  /** What vectors are made of, where no helper keeps it. */
  readonly #kept = new KeptKeys()
  /** The helper that keeps a chunk's keys. */
  readonly #keepers = new Map<number, CompareHelper>()

  /** @param helpers threads besides this one: {@link helpersFor} the file. */
  constructor(file: string, helpers: number) {
    this.#file = file
    this.#helpers = Array.from({ length: helpers }, () => new CompareHelper())
  }

  /** Reads and prepares the articles; chunks come in the order of the file. */
  async *read(forPairs: boolean): AsyncGenerator<ReadChunk> {
    const waiting: Reading[] = []
    for await (const piece of chunksOfFile(this.#file)) {
      const chunk = { ...piece, forPairs }
      const helper = this.#helpers.find(({ busyWith }) => busyWith < AHEAD)
      waiting.push(helper ? this.#readThere(helper, chunk) : this.#readHere(chunk))
      // Between two chunks the helpers' answers are heard.
      await setImmediate()
      while (waiting[0]?.read || waiting.length > MOST_WAITING) yield await (waiting.shift() as Reading).answer
    }
    for (const { answer } of waiting) yield await answer
  }

  #readThere(helper: CompareHelper, chunk: Chunk): Reading {
    this.#keepers.set(chunk.number, helper)
    const reading: Reading = { read: null, answer: helper.read(chunk) }
    reading.answer.then(
      (read) => (reading.read = read),
      () => undefined,
    )
    return reading
  }

  #readHere(chunk: Chunk): Reading {
    const read = readChunk(chunk)
    if (read.keys) {
      const helper = this.#helpers[chunk.number % this.#helpers.length]
      if (helper) this.#keepers.set(chunk.number, helper)
      const keeper = helper ?? this.#kept
      keeper.keep(chunk.number, read.keys)
    }
    return { read, answer: Promise.resolve(read) }
  }

  /** What articles are about, one after the other, by how common a term is in all that was read. */
  async *vectors(articles: readonly ReadArticle[]): AsyncGenerator<ArticleVector> {
    await this.#countTogether()
    const streams = new Map([this.#kept, ...this.#helpers].map((keeper) => [keeper, new VectorStream(keeper)]))
    const inOrder = articles.map(({ chunk, row }) => {
      const stream = streams.get(this.#keepers.get(chunk) ?? this.#kept) as VectorStream
      stream.add(chunk, row)
      return stream
    })
    for (const stream of inOrder) yield stream.next() ?? (await stream.nextBatch())
  }

  /** Each helper has counted what it keeps, and needs the counts of all. */
  async #countTogether(): Promise<void> {
    if (this.#helpers.length < 2) return
    const counted = await Promise.all(this.#helpers.map((helper) => helper.counted()))
    this.#helpers.forEach((helper, i) => {
      helper.countWith(counted.filter((_, other) => other !== i))
    })
  }

  stop(): Promise<unknown> {
    return Promise.all(this.#helpers.map((helper) => helper.stop()))
  }
}
