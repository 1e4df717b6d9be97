import { expect, test } from 'vitest'
import { alikeLabel } from '#lib/tag/alike-label.ts'

const known = [
  { id: 'mining', labels: ['ملف المناجم', 'Mining file'] },
  { id: 'gold', labels: ['ذهب', 'Gold'] },
  { id: 'suicide', labels: ['انتحار', 'suicide'] },
  { id: 'none', labels: [null, ''] },
]
const found = (...labels: (string | null)[]) => alikeLabel(labels, known)?.id

test('the same words with or without the article, in another number or order, are the same name', () => {
  expect(found('المناجم، ملف')).toBe('mining')
  expect(found('mining Files')).toBe('mining')
  expect(found('الذهب')).toBe('gold')
})

test('a slip of one letter in a long name is the same name, in a short one another', () => {
  expect(found('ملف المناجمم')).toBe('mining')
  expect(found('Minig file')).toBe('mining')
  expect(found('ذهن')).toBeUndefined()
})

test('other words are another name, and no name is like nothing', () => {
  expect(found('ملف المياه')).toBeUndefined()
  expect(found('انتحاري')).toBeUndefined()
  expect(found(null, '')).toBeUndefined()
  expect(found('…')).toBeUndefined()
})
