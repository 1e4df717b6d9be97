import { expect, test } from 'vitest'
import { parseTermLine, termLines } from '#lib/tag/topic-terms.ts'

test('a manager’s lines say which phrase is enough alone and which does not count, and come back as written', () => {
  const lines = ['منجم', 'رخصة التعدين *', '! منجم ذهب', 'mine']
  const terms = lines.map(parseTermLine)
  expect(terms).toEqual([
    { t: 'منجم', w: 1, language: 'ar' },
    { t: 'رخصة التعدين', w: 2, language: 'ar' },
    { t: 'منجم ذهب', w: 0, language: 'ar' },
    { t: 'mine', w: 1, language: 'und' },
  ])
  expect(termLines(terms)).toEqual(lines)
})
