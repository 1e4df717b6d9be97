import fc from 'fast-check'
import { expect, test } from 'vitest'
import { segments } from '#lib/text/segments.ts'

const TEXT = 'التقى وزير الخارجية نظيره في نيامي.\n\nوقال إن إكواس ستجتمع.'
const mark = (words: string, name: string) => {
  const start = TEXT.indexOf(words)
  return { start, end: start + words.length, name }
}
const first = { start: 0, end: TEXT.indexOf('\n\n') }
const second = { start: TEXT.indexOf('\n\n') + 2, end: TEXT.length }
const shown = (block: { start: number; end: number }, marks: ReturnType<typeof mark>[]) =>
  segments(TEXT, block, marks).map((s) => [s.text, ...s.marks.map((m) => m.name)])

test('a block without marks is one segment', () => {
  expect(shown(second, [])).toEqual([['وقال إن إكواس ستجتمع.']])
})

test('a name inside a note is cut out of it and carries both', () => {
  expect(shown(first, [mark('نيامي', 'Niamey'), mark('نظيره في نيامي', 'note')])).toEqual([
    ['التقى وزير الخارجية '],
    ['نظيره في ', 'note'],
    ['نيامي', 'note', 'Niamey'],
    ['.'],
  ])
})

test('notes that overlap each keep their own words', () => {
  expect(shown(first, [mark('التقى وزير الخارجية', 'a'), mark('الخارجية نظيره', 'b')])).toEqual([
    ['التقى وزير ', 'a'],
    ['الخارجية', 'a', 'b'],
    [' نظيره', 'b'],
    [' في نيامي.'],
  ])
})

test('a note across paragraphs is marked in both', () => {
  const across = mark('نيامي.\n\nوقال', 'note')
  expect(shown(first, [across]).at(-1)).toEqual(['نيامي.', 'note'])
  expect(shown(second, [across])[0]).toEqual(['وقال', 'note'])
})

test('whatever lies over a block, its segments are the block, and each mark is over its own words', () => {
  const spans = fc.array(
    fc
      .tuple(fc.nat(TEXT.length), fc.nat(TEXT.length))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
  )
  fc.assert(
    fc.property(spans, (marks) => {
      const cut = segments(TEXT, first, marks)
      expect(cut.map((s) => s.text).join('')).toBe(TEXT.slice(first.start, first.end))
      for (const m of marks) {
        const words = cut.filter((s) => s.marks.includes(m)).map((s) => s.text)
        expect(words.join('')).toBe(TEXT.slice(Math.min(m.start, first.end), Math.min(m.end, first.end)))
      }
    }),
  )
})
