import { parentPort, workerData } from 'node:worker_threads'
import { type ReadLine, readFile } from '#lib/cli/read/read-file.ts'
import type { ReadOptions } from '#lib/cli/read/read-files.ts'
import { loadVocabulary } from '#lib/read/load-vocabulary.ts'

/** One thread of `mirqab read`: gets names of files, answers with their lines, in order. */
const { options, root } = workerData as { options: ReadOptions; root: string }
const vocabulary = loadVocabulary(root, options)

// Answers in the order of the questions.
let turn = Promise.resolve()
parentPort?.on('message', (files: string[]) => {
  turn = turn.then(() => answer(files))
})

async function answer(files: string[]): Promise<void> {
  const lines: ReadLine[] = []
  for (const file of files) for await (const line of readFile(file, vocabulary, options.receivedAt)) lines.push(line)
  parentPort?.postMessage(lines)
}
