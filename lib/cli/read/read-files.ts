import { availableParallelism } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { type ReadLine, readFile } from '#lib/cli/read/read-file.ts'
import { loadVocabulary } from '#lib/read/load-vocabulary.ts'

export type ReadOptions = { demo: boolean; receivedAt?: string }

const ROOT = path.resolve(import.meta.dirname, '../../..')
/** A thread costs half a second to start, so a few files are read in this one. */
const WORTH_A_THREAD = 60
const CHUNK = 20
/** Chunks that a thread may be ahead of the printer, so that a slow reader of the pipe bounds memory. */
const AHEAD = 4

/** Reads files in order, on as many cores as there are where there are many files. */
export async function* readFiles(
  files: string[],
  options: ReadOptions,
  threads = availableParallelism(),
): AsyncGenerator<ReadLine> {
  if (threads < 2 || files.length < WORTH_A_THREAD) {
    const vocabulary = loadVocabulary(ROOT, options)
    for (const file of files) yield* readFile(file, vocabulary, options.receivedAt)
    return
  }
  const chunks = Array.from({ length: Math.ceil(files.length / CHUNK) }, (_, i) =>
    files.slice(i * CHUNK, (i + 1) * CHUNK),
  )
  const workers = Array.from({ length: Math.min(threads, chunks.length) }, () => startWorker(options))
  try {
    const results: Promise<ReadLine[]>[] = []
    const ask = (i: number) => {
      const chunk = chunks[i]
      if (chunk) results[i] = (workers[i % workers.length] as Asker)(chunk)
    }
    for (let i = 0; i < workers.length * AHEAD; i++) ask(i)
    for (let i = 0; i < chunks.length; i++) {
      yield* (await results[i]) ?? []
      delete results[i]
      ask(i + workers.length * AHEAD)
    }
  } finally {
    await Promise.all(workers.map((ask) => ask.stop()))
  }
}

type Asker = ((files: string[]) => Promise<ReadLine[]>) & { stop: () => Promise<unknown> }

function startWorker(options: ReadOptions): Asker {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { workerData: { options, root: ROOT } })
  const waiting: { resolve: (lines: ReadLine[]) => void; reject: (error: Error) => void }[] = []
  worker.on('message', (lines: ReadLine[]) => waiting.shift()?.resolve(lines))
  worker.on('error', (error) => {
    for (const { reject } of waiting.splice(0)) reject(error instanceof Error ? error : new Error(String(error)))
  })
  const ask = (files: string[]) =>
    new Promise<ReadLine[]>((resolve, reject) => {
      waiting.push({ resolve, reject })
      worker.postMessage(files)
    })
  return Object.assign(ask, { stop: () => worker.terminate() })
}
