import { expect, test } from 'vitest'
import { i18nFor } from '#lib/i18n/i18n.ts'
import { batches } from '#lib/i18n/messages/batches.ts'
import { PROBLEM_KEYS } from '#lib/receive/item.ts'

test('every reason has its sentence in both languages', () => {
  for (const key of PROBLEM_KEYS) {
    expect(batches.ar.problems[key]).toMatch(/\p{Script=Arabic}/u)
    expect(batches.en.problems[key]).toMatch(/^[A-Z]/)
  }
})

test('a reason names its line and its sizes in the words of the reader', async () => {
  const { problemSentence } = await import('#lib/batches/problem-sentence.ts')
  expect(problemSentence(i18nFor('en'), { key: 'csv-quotes', line: 1204 })).toContain('Line 1,204:')
  expect(problemSentence(i18nFor('ar'), { key: 'too-large', size: 34_000_000, limit: 16_777_216 })).toMatch(/م\.ب/)
  expect(problemSentence(i18nFor('ar'), { key: 'fetch-too-large', size: 5e7, limit: 48 << 20 })).toMatch(/م\.ب.*م\.ب/)
  expect(problemSentence(i18nFor('en'), { key: 'never-seen' })).toContain('never-seen')
})

test('a host in an Arabic reason, or an Arabic column in an English one, keeps the order of the words around it', async () => {
  const { problemSentence } = await import('#lib/batches/problem-sentence.ts')
  expect(problemSentence(i18nFor('ar'), { key: 'fetch-dns', host: 'aps.dz' })).toContain('\u2068aps.dz\u2069')
  expect(problemSentence(i18nFor('en'), { key: 'fetch-dns', host: 'aps.dz' })).toContain('called aps.dz,')
  expect(problemSentence(i18nFor('en'), { key: 'csv-columns', columns: 'المتن' })).toContain('\u2068المتن\u2069')
})
