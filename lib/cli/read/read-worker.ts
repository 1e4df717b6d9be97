import { parentPort, workerData } from 'node:worker_threads'
import { readFile } from '#lib/cli/read/read-file.ts'
import type { ReadOptions } from '#lib/cli/read/read-files.ts'
import { loadVocabulary } from '#lib/read/load-vocabulary.ts'

/** One thread of `mirqab read`: gets names of files, answers with their lines, in order. */
const { options, root } = workerData as { options: ReadOptions; root: string }
const vocabulary = loadVocabulary(root, options)

parentPort?.on('message', (files: string[]) => {
  parentPort?.postMessage(files.flatMap((file) => readFile(file, vocabulary, options.receivedAt)))
})
