import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileVocabulary } from '#lib/tag/compile-vocabulary.ts'
import { nameSpans } from '#lib/tag/spans.ts'
import { foldText } from '#lib/text/fold.ts'

const vocabulary = compileVocabulary({
  topics: [],
  countries: [
    { id: 'NE', names: ['النيجر'], demonyms: ['نيجري'] },
    { id: 'RU', names: ['روسيا'] },
  ],
  entities: [
    { id: 'army', names: ['الجيش النيجري'] },
    { id: 'cnsp', names: ['المجلس العسكري في النيجر'] },
  ],
})

test('an entity is marked whole, and the countries around it', () => {
  const text = 'أعلن الجيشُ النيجري من النيجر عن تعاون مع روسيا'
  expect(nameSpans(text, vocabulary).map((s) => [s.subject.id, text.slice(s.start, s.end)])).toEqual([
    ['army', 'الجيشُ النيجري'],
    ['NE', 'النيجر'],
    ['RU', 'روسيا'],
  ])
})

test('in any mixture of words, marks and emoji, spans are in order, apart, and hold a name', () => {
  const piece = fc.constantFrom(
    'النيجر',
    'النِّيـجَر',
    'الجيش',
    'النيجري',
    'والنيجر',
    '😀',
    '\u200f',
    'abc',
    '.',
    'روسيا',
    'المجلس العسكري في',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.constantFrom(' ', '\n', ' \u200f'), (pieces, gap) => {
      const text = pieces.join(gap)
      let last = 0
      for (const { start, end, quote } of nameSpans(text, vocabulary)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(text.slice(start, end)).toBe(quote)
        expect(foldText(quote)).toMatch(/النيجر|النيجري|روسيا/)
        last = end
      }
    }),
  )
})
