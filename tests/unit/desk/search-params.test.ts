import { expect, test } from 'vitest'
import { deskAddress, readDeskParams, writeCursor } from '#app/(desk)/desk/search-params.ts'
import { deskLink } from '#lib/core/desk-link.ts'

const id = '01900000-0000-7000-8000-000000000001'

test('what makes no sense in the address is left out, and the desk still opens', () => {
  const { filter, sort, after } = readDeskParams({
    source: "'; drop table article",
    country: 'Mali',
    from: '2026-02-31',
    state: 'gone',
    flag: 'angry',
    assignee: 'me',
    sort: 'loudest',
    after: `yesterday~${id}x`,
    story: '1',
    language: ['fr', 'ar'],
  })
  expect(deskLink(filter)).toBe('/desk?language=fr')
  expect([sort, after]).toEqual(['newest', null])
})

test('a search is ordered by relevance unless newest is asked for; without words there is nothing to weigh', () => {
  expect(readDeskParams({ q: 'القدس' }).sort).toBe('relevance')
  expect(readDeskParams({ q: 'القدس', sort: 'newest' }).sort).toBe('newest')
  expect(readDeskParams({ sort: 'relevance' }).sort).toBe('newest')
})

test.each([
  { at: '2026-11-17T09:00:00.000Z', id },
  { at: '1.2345e-7', id },
])('a page goes on from %j', (cursor) => {
  expect(readDeskParams({ after: writeCursor(cursor) }).after).toEqual(cursor)
})

test('the address of a list is read back as the same list, and never shows how words were understood', () => {
  const { filter } = readDeskParams({ q: '"قمة" -مالي', topic: 'medtop:11000000', from: '2026-11-01', state: 'open' })
  const link = deskLink(filter)
  expect(link).not.toContain('tsquery')
  expect(readDeskParams(Object.fromEntries(new URLSearchParams(link.split('?')[1]))).filter).toEqual(filter)
})

test('the article beside the list, and what of it is open, stand in the address; what is no article is left out', () => {
  const params = readDeskParams({ state: 'open', read: id, edit: 'text', narrow: '1' })
  expect(params).toMatchObject({ read: id, open: { edit: 'text' }, isNarrowing: true })
  expect(deskAddress(params)).toBe('/desk?state=open')
  expect(deskAddress(params, { read: id })).toBe(`/desk?state=open&read=${id}`)
  expect(readDeskParams({ read: 'first' }).read).toBe('first')
  expect(readDeskParams({ read: '../users', edit: 'all' })).toMatchObject({ read: null, open: {}, isNarrowing: false })
})
