import { describe, expect, test } from 'vitest'
import { ReadingThreads } from '#lib/jobs/handlers/reading-threads.ts'
import { type NamedDocument, prepareDocuments } from '#lib/pipeline/prepare-document.ts'
import { loadVocabulary } from '#lib/read/load-vocabulary.ts'
import { compileVocabulary } from '#lib/tag/compile-vocabulary.ts'
import { referenceRows } from '#tests/unit/tag/reference-rows.ts'

const tagRows = referenceRows()
const vocabulary = { reading: loadVocabulary('.', { demo: false }), tagRows, tagging: compileVocabulary(tagRows) }
const STUBBORN = new URL('../../support/stubborn-reading-thread.ts', import.meta.url)

const documents = (...ids: string[]): NamedDocument[] =>
  ids.map((id) => ({
    id,
    mediaType: 'text/plain',
    bytes: Buffer.from(
      `قمة في نيامي ${id}\n\n${'اجتمع وزراء دول الساحل في العاصمة نيامي لبحث الأمن على الحدود. '.repeat(8)}`,
    ),
  }))

describe('reading in threads', () => {
  test('gives what reading here gives, in the order of the documents', async () => {
    const threads = new ReadingThreads({ threads: 2 })
    const all = documents('a', 'b', 'c', 'd')
    const [first, second] = await Promise.all([
      threads.prepare(all.slice(0, 2), vocabulary),
      threads.prepare(all.slice(2), vocabulary),
    ])
    expect([...first, ...second]).toEqual(prepareDocuments(all, vocabulary))
  })

  test('one thread reads one delivery after the other', async () => {
    const threads = new ReadingThreads({ threads: 1, seconds: 5 })
    const [first, second] = [documents('a', 'b'), documents('c')]
    const both = await Promise.all([threads.prepare(first, vocabulary), threads.prepare(second, vocabulary)])
    both.push(await threads.prepare(first, { ...vocabulary }))
    expect(both).toEqual([first, second, first].map((some) => prepareDocuments(some, vocabulary)))
  })

  test('an unreadable document says why, and the next is read', async () => {
    const empty: NamedDocument = { id: 'empty', mediaType: 'text/plain', bytes: new Uint8Array() }
    const outcomes = await new ReadingThreads({ threads: 1 }).prepare([empty, ...documents('a')], vocabulary)
    expect(outcomes).toEqual([{ problem: { key: 'empty', stage: 'read' } }, { document: expect.anything() }])
  })

  test.each([
    ['endless', { key: 'reading-too-long', stage: 'read', seconds: 3 }],
    ['bottomless', { key: 'reading-too-large', stage: 'read' }],
  ])('a document that is %s costs itself only', async (id, problem) => {
    const threads = new ReadingThreads({ threads: 1, seconds: 3, megabytes: 96, program: STUBBORN })
    const outcomes = await threads.prepare(documents('before', id, 'after'), vocabulary)
    expect(outcomes).toEqual([{ problem: { key: 'read before' } }, { problem }, { problem: { key: 'read after' } }])
  })
})
