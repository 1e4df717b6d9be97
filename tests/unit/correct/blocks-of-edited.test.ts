import { expect, test } from 'vitest'
import type { Block } from '#lib/core/article.ts'
import { blocksOfEdited, storedBlocks } from '#lib/correct/blocks-of-edited.ts'

const PARTS = [
  ['heading', 'خلفية الأزمة'],
  ['paragraph', 'بدأت الأزمة في يناير حين أعلنت الدول الثلاث انسحابها من المنظمة.'],
  ['quote', 'لن نعود عن هذا القرار أبدا'],
] as const
const text = PARTS.map(([, words]) => words).join('\n\n')
const blocks: Block[] = PARTS.map(([kind, words]) => {
  const start = text.indexOf(words)
  return { kind, start, end: start + words.length }
})
const kinds = (edited: string) => {
  const after = blocksOfEdited({ text, blocks }, edited)
  return after.blocks.map((block) => [block.kind, after.text.slice(block.start, block.end)])
}

test('an unchanged text keeps its blocks', () => {
  expect(blocksOfEdited({ text, blocks }, text)).toEqual({ text, blocks })
})

test('a block that was corrected is still what it was, and a new one is a paragraph', () => {
  const edited = text.replace('يناير', 'يناير الماضي').replace('لن نعود', 'تمهيد جديد لهذا الكلام.\n\nلن نعود')
  expect(kinds(edited).map(([kind]) => kind)).toEqual(['heading', 'paragraph', 'paragraph', 'quote'])
})

test('a heading that moves takes its kind along', () => {
  expect(kinds(`${PARTS[1][1]}\n\n${PARTS[0][1]}`).map(([kind]) => kind)).toEqual(['paragraph', 'heading'])
})

test('line ends of any system and lines of spaces part blocks; a single line end does not', () => {
  expect(kinds('سطر أول\r\nسطر ثان\r\n \t\r\n\r\nفقرة')).toEqual([
    ['paragraph', 'سطر أول\nسطر ثان'],
    ['paragraph', 'فقرة'],
  ])
})

test('what is stored and is no block is left out', () => {
  expect(
    storedBlocks([{ kind: 'paragraph', start: 0, end: 3 }, { kind: 'script', start: 0, end: 3 }, null, 'x']),
  ).toHaveLength(1)
  expect(storedBlocks(null)).toEqual([])
})
