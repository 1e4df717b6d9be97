import { parentPort } from 'node:worker_threads'
import { type Chunk, readChunk } from '#lib/cli/compare-chunk.ts'

/** A thread of `mirqab compare`: chunks come in, prepared articles go back, in the same order. */
parentPort?.on('message', (chunk: Chunk) => parentPort?.postMessage(readChunk(chunk)))
