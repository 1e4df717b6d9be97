import { parentPort } from 'node:worker_threads'
import { type Chunk, readChunk } from '#lib/cli/compare-chunk.ts'
import type { PackedRead, Question } from '#lib/cli/compare-helper.ts'
import { packLines } from '#lib/cli/packed-lines.ts'
import { KeptKeys } from '#lib/compare/kept-keys.ts'
import type { PackedNumbers } from '#lib/compare/packed-numbers.ts'

const kept = new KeptKeys()

/** A thread of `mirqab compare`: questions come in, answers go back in the same order. */
parentPort?.on('message', (question: Question) => {
  if ('read' in question) read(question.read)
  else if ('keep' in question) kept.keep(question.keep, question.keys)
  else if ('countWith' in question) kept.countWith(question.countWith)
  else if ('vectors' in question) hand(kept.vectors(question.vectors))
  else parentPort?.postMessage(kept.counted())
})

function read(chunk: Chunk): void {
  const { keys, lines, ...others } = readChunk(chunk)
  if (keys) kept.keep(chunk.number, keys)
  const packed = packLines(lines)
  parentPort?.postMessage({ ...others, packed } satisfies PackedRead, [packed.arrays.buffer])
}

const hand = (packed: PackedNumbers): void => parentPort?.postMessage(packed, [packed.buffer])
