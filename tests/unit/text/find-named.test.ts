import { expect, test } from 'vitest'
import { findNamed } from '#lib/text/find-named.ts'
import { slugOf } from '#lib/text/slug-of.ts'

const rows = [
  { id: '1', names: ['الشرق الأوسط', 'Asharq Al-Awsat'] },
  { id: '2', names: ['الأيام', null] },
  { id: '3', names: ['جريدة الصباح', 'Essabah'] },
  { id: '4', names: [null, 'Écho du Niger'] },
]
const ids = (q?: string) => findNamed(rows, { q, limit: 10, locale: 'ar' }).ids

test.each([
  ['الاوسط', ['1']],
  ['شرق awsat', ['1']],
  ['جريده', ['3']],
  ['ايام', ['2']],
  ['echo NIGER', ['4']],
  ['لا وجود له', []],
])('%s finds what has all its words, in any spelling', (q, expected) => {
  expect(ids(q)).toEqual(expected)
})

test('pages follow each other without a gap, in alphabetical order, and end', () => {
  const first = findNamed(rows, { limit: 3, locale: 'ar' })
  expect(first).toMatchObject({ total: 4, next: first.ids[2] })
  const second = findNamed(rows, { limit: 3, locale: 'ar', after: first.next ?? undefined })
  expect([...first.ids, ...second.ids].sort()).toEqual(['1', '2', '3', '4'])
  expect(second.next).toBeNull()
})

test('a page that continues after something deleted begins anew', () => {
  expect(findNamed(rows, { limit: 2, locale: 'ar', after: 'gone' }).ids).toHaveLength(2)
})

test('a slug is Latin, without accents; an Arabic name has none', () => {
  expect([slugOf('Mali Écho (Bamako)'), slugOf('صدى')]).toEqual(['mali-echo-bamako', ''])
})
