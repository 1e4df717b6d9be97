import { expect, test } from 'vitest'
import { excerpt } from '#lib/articles/excerpt.ts'

const words = (n: number) => Array.from({ length: n }, (_, i) => `word${i}`).join(' ')
const marked = ({ text, spans }: ReturnType<typeof excerpt>) => spans.map(({ start, end }) => text.slice(start, end))
const at = (text: string, word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length })

test('without a mark it is the beginning of the text, and no word is cut', () => {
  const { text, spans } = excerpt(words(200), [], 50)
  expect(text).toBe('word0 word1 word2 word3 word4 word5 word6 word7 …')
  expect(spans).toEqual([])
})

test('a short text stays whole, on one line', () => {
  expect(excerpt('first\n\nsecond', []).text).toBe('first  second')
})

test('it begins shortly before the first mark, and the marks stay on their words', () => {
  const text = words(200)
  const found = excerpt(text, [at(text, 'word150'), at(text, 'word152'), at(text, 'word199')], 200)
  expect(found.text).toMatch(/^… word\d+ .* …$/)
  expect(marked(found)).toEqual(['word150', 'word152'])
})

test('marks after Arabic paragraphs stay on their words', () => {
  const text = `${'كلمة أخرى '.repeat(40)}\n\nوصل الوفد إلى بلدة بالقدس صباح اليوم.`
  expect(marked(excerpt(text, [at(text, 'بالقدس')]))).toEqual(['بالقدس'])
})

test('a text without spaces is cut where it must be', () => {
  expect(excerpt('字'.repeat(500), [], 100).text).toBe(`${'字'.repeat(100)} …`)
})
