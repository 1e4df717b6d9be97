import { parentPort } from 'node:worker_threads'
import {
  type NamedDocument,
  type Outcome,
  prepareDocument,
  type StageVocabulary,
} from '#lib/pipeline/prepare-document.ts'
import { compileVocabulary } from '#lib/tag/compile-vocabulary.ts'

/** What a reading thread is told: what the stages know, sent before documents and again where it has changed. */
export type ToThread = { vocabulary: ThreadVocabulary } | { documents: readonly NamedDocument[] }
/** Rows travel, what is compiled of them does not. */
export type ThreadVocabulary = Pick<StageVocabulary, 'reading' | 'tagRows'>
/** What it answers: once that it knows the vocabulary, then one outcome for each document, in order. */
export type FromThread = 'ready' | Outcome

let vocabulary: Pick<StageVocabulary, 'reading' | 'tagging'>
const answer = (message: FromThread) => parentPort?.postMessage(message)

parentPort?.on('message', (message: ToThread) => {
  if ('vocabulary' in message) {
    const { reading, tagRows } = message.vocabulary
    vocabulary = { reading, tagging: compileVocabulary(tagRows) }
    answer('ready')
    return
  }
  // One by one: whoever waits sees which document it is that takes long.
  for (const document of message.documents) answer(prepareDocument(document, vocabulary))
})
