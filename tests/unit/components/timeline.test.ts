import { expect, test } from 'vitest'
import { timelineOf } from '#app/(desk)/stories/[id]/_components/timeline-of.ts'
import { delayBehind, firstOf } from '#components/article/who-first.ts'
import type { StoryArticle } from '#lib/articles/list-story-articles.ts'

const article = (id: string, iso: string | null, more: Partial<StoryArticle> = {}) =>
  ({
    id,
    publishedAt: iso ? new Date(iso) : null,
    publishedPrecision: iso ? 'minute' : null,
    sortAt: new Date(iso ?? '2026-11-01T00:00:00Z'),
    duplicateGroupId: null,
    isPrimary: false,
    ...more,
  }) as StoryArticle

test('copies fold under their primary, and a teaser before it does not make its outlet the first', () => {
  const { entries, told } = timelineOf([
    article('teaser', '2026-10-01T08:00:00Z', { duplicateGroupId: 'g' }),
    article('full', '2026-10-01T08:10:00Z', { duplicateGroupId: 'g', isPrimary: true }),
    article('own', '2026-10-01T09:00:00Z'),
  ])
  expect(entries.map((entry) => [entry.article.id, entry.copies.map((copy) => copy.id)])).toEqual([
    ['full', ['teaser']],
    ['own', []],
  ])
  expect(told.first?.id).toBe('full')
})

test('an article whose time is only that of its arrival, or a month, is never the first', () => {
  const { told } = timelineOf([
    article('arrived', null, { sortAt: new Date('2026-09-01T00:00:00Z') }),
    article('month', '2026-09-01T12:00:00Z', { publishedPrecision: 'month' }),
    article('dated', '2026-10-01T08:00:00Z'),
  ])
  expect(told.first?.id).toBe('dated')
})

test('how far behind the first is said as exactly as both times are known', () => {
  const first = article('first', '2026-10-01T08:00:00Z')
  expect(delayBehind(first, article('a', '2026-10-01T10:30:00Z'))).toEqual({ hours: 2, minutes: 30 })
  expect(delayBehind(first, article('b', '2026-10-03T12:00:00Z', { publishedPrecision: 'day' }))).toEqual({ days: 2 })
  expect(delayBehind(first, article('c', null))).toBeNull()
  expect(delayBehind(first, first)).toBeNull()
})

test('of two on one day, one without an hour, nobody knows who was first; the day before is another matter', () => {
  const noon = article('noon', '2026-10-02T12:00:00Z')
  const someHour = article('some hour', '2026-10-02T00:00:00Z', { publishedPrecision: 'day' })
  expect(firstOf([noon, someHour])).toEqual({ first: null, because: 'day' })
  expect(delayBehind(someHour, noon)).toBe('same-day')
  const dayBefore = article('day before', '2026-10-01T00:00:00Z', { publishedPrecision: 'day' })
  expect(firstOf([noon, someHour, dayBefore]).first?.id).toBe('day before')
  expect(firstOf([article('undated', null)])).toEqual({ first: null, because: 'undated' })
})
