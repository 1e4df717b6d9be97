import { expect, test } from 'vitest'
import { auditParams } from '#app/(desk)/audit/search-params.ts'
import { StoriesParams } from '#app/(desk)/stories/search-params.ts'
import { TopicListParams } from '#app/(desk)/topics/search-params.ts'
import { holdsNul } from '#lib/core/plain-words.ts'
import { ArticleFilter } from '#lib/db/article-filter.ts'

test('a NUL in an address is read as if the parameter were not there: no database could be asked for it', () => {
  expect(ArticleFilter.parse({ topic: 'a\0', agency: '\0', entity: 'b' })).toEqual({ entity: 'b' })
  expect(TopicListParams.parse({ parent: '\0', after: 'a\0' })).toEqual({})
  expect(auditParams({ subject: 'article', id: '\0' }).filter.subject).toBeUndefined()
})

test('days and moments beyond all history are left out too', () => {
  expect(ArticleFilter.parse({ from: '0000-01-01', to: '9999-12-31' })).toEqual({})
  expect(ArticleFilter.parse({ from: '2024-01-01', to: '2024-12-31' })).toMatchObject({ from: '2024-01-01' })
  const id = '01a20013-5dca-7398-a4d9-98e5ecdd6a56'
  expect(StoriesParams.parse({ after: `-271821-04-20T00:00:00.000Z~${id}` }).after).toBeUndefined()
  expect(StoriesParams.parse({ after: `2024-04-20T00:00:00.000Z~${id}` }).after).toMatchObject({ id })
  expect(auditParams({ after: `2024-01-01T00:00:00Z_${'-'.repeat(36)}` }).filter.after).toBeUndefined()
})

test('a NUL is found wherever a form or a caller hides it', () => {
  expect(holdsNul({ body: 'a\0b' })).toBe(true)
  expect(holdsNul({ articleIds: ['a', { deep: '\0' }] })).toBe(true)
  expect(holdsNul({ body: 'سطر\nوسطر', count: 3, at: new Date(), none: null })).toBe(false)
})
