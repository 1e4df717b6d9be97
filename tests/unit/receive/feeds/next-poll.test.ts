import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askedByFeed, askedByRefusal, askedByServer } from '#lib/receive/feeds/asked-pace.ts'
import { nextPoll, type Polled } from '#lib/receive/feeds/next-poll.ts'

/** A Tuesday. */
const NOW = new Date('2026-11-17T09:00:00Z')
const NOTHING = { minutes: null, skipHours: [], skipDays: [] }
const good = { failures: 0, asked: NOTHING, fresh: null, median: null, missedSince: null } as const

const minutes = (polled: Polled, chance = 0.5) => (nextPoll(NOW, polled, chance).getTime() - NOW.getTime()) / 60_000

test.each([
  ['a feed that is new and asks for nothing', good, 15],
  ['one that brings news every hour', { ...good, median: 60 }, 30],
  ['one that brings news every other minute', { ...good, median: 2 }, 5],
  ['one that brings news once a week', { ...good, median: 10_080 }, 240],
  ['one that asks for an hour', { ...good, asked: { ...NOTHING, minutes: 60 } }, 60],
  ['one that asks for less than its pace', { ...good, median: 120, asked: { ...NOTHING, minutes: 10 } }, 60],
  ['one whose answer is fresh for longer than it asks', { ...good, asked: { ...NOTHING, minutes: 20 }, fresh: 45 }, 45],
  ['one that asks for a year', { ...good, asked: { ...NOTHING, minutes: 525_600 } }, 1440],
  ['one of which items were missed in two hours', { ...good, median: 240, missedSince: 120 }, 60],
  ['one of which items were missed though it asks for a day', { ...good, fresh: 1440, missedSince: 1440 }, 720],
  ['a first failure', { failures: 1, retryAfter: null }, 15],
  ['a fourth failure', { failures: 4, retryAfter: null }, 120],
  ['a hundredth failure', { failures: 100, retryAfter: null }, 1440],
  ['a server that wants two hours of rest', { failures: 1, retryAfter: 120 }, 126],
  ['a server that wants a month of rest', { failures: 1, retryAfter: 43_200 }, 1440],
] as [string, Polled, number][])('%s is asked again after so many minutes', (_, polled, expected) => {
  expect(minutes(polled)).toBe(expected)
})

test('feeds that failed together are not all asked again together', () => {
  const failed = { failures: 3, retryAfter: null }
  expect([0, 0.5, 1].map((chance) => minutes(failed, chance))).toEqual([48, 60, 72])
})

test('hours and days that a feed sleeps in are passed over, a whole day at most', () => {
  const skip = (skipHours: number[], skipDays: number[] = []) =>
    nextPoll(NOW, { ...good, asked: { minutes: 60, skipHours, skipDays } }, 0).toISOString()
  expect(skip([10, 11])).toBe('2026-11-17T12:00:00.000Z')
  expect(skip([9])).toBe('2026-11-17T10:00:00.000Z')
  expect(skip([], [2])).toBe('2026-11-18T00:00:00.000Z')
  expect(skip([], [2, 3])).toBe('2026-11-18T09:00:00.000Z')
  expect(skip(Array.from({ length: 24 }, (_, hour) => hour))).toBe('2026-11-18T09:00:00.000Z')
})

test('whatever feeds and servers say, a feed is asked again in 5 minutes at the earliest and a day at the latest', () => {
  const number = fc.option(fc.integer({ min: 0, max: 2 ** 31 }))
  const asked = fc.record({ minutes: number, skipHours: fc.array(fc.nat(30)), skipDays: fc.array(fc.nat(9)) })
  const polled = fc.oneof(
    fc.record({ failures: fc.constant(0 as const), asked, fresh: number, median: number, missedSince: number }),
    fc.record({ failures: fc.integer({ min: 1, max: 1e6 }), retryAfter: number }),
  )
  fc.assert(
    fc.property(polled, fc.double({ min: 0, max: 1, noNaN: true }), (outcome, chance) => {
      const wait = minutes(outcome, chance)
      return wait >= 5 && wait <= 1440
    }),
  )
})

const channel = (words: string) => `<rss xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>${words}`

test.each([
  ['<ttl>60</ttl>', 60],
  ['<ttl> 45 </ttl>', 45],
  ['<ttl>never</ttl>', null],
  ['<ttl>-5</ttl>', null],
  ['<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>', 15],
  ['<sy:updatePeriod>\n daily \n</sy:updatePeriod>', 1440],
  ['<sy:updatePeriod>sometimes</sy:updatePeriod>', null],
  ['<ttl>30</ttl><sy:updatePeriod>hourly</sy:updatePeriod>', 60],
  ['<image><ttl>9</ttl></image>', null],
])('%s before the items asks for so many minutes', (words, expected) => {
  expect(askedByFeed(channel(words)).minutes).toBe(expected)
})

test('an RSS 1.0 feed and an Atom feed say their pace too', () => {
  const sy = 'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'
  const period = '<sy:updatePeriod>hourly</sy:updatePeriod>'
  expect(askedByFeed(`<rdf:RDF ${sy}><channel rdf:about="x">${period}</channel>`).minutes).toBe(60)
  expect(askedByFeed(`<feed xmlns="http://www.w3.org/2005/Atom" ${sy}>${period}`).minutes).toBe(60)
  expect(askedByFeed('')).toEqual(NOTHING)
})

test('sleeping hours and days are read, 24 as midnight, and words that are none are not', () => {
  const words =
    '<skipHours><hour>0</hour><hour>24</hour><hour>3</hour><hour>x</hour></skipHours><skipDays><day>Friday</day><day>الجمعة</day></skipDays>'
  expect(askedByFeed(channel(words))).toMatchObject({ skipHours: [0, 0, 3], skipDays: [5] })
})

test.each([
  [{ 'cache-control': 'public, max-age=1800' }, 30],
  [{ 'cache-control': 'max-age=1800', age: '600' }, 20],
  [{ 'cache-control': 'no-cache, max-age=1800' }, null],
  [{ 'cache-control': 's-maxage=1800' }, null],
  [{ 'cache-control': 'max-age=0', expires: 'Tue, 17 Nov 2026 12:00:00 GMT' }, null],
  [{ expires: 'Tue, 17 Nov 2026 10:00:00 GMT' }, 60],
  [{ expires: 'Tue, 17 Nov 2026 10:00:00 GMT', date: 'Tue, 17 Nov 2026 09:30:00 GMT' }, 30],
  [{ expires: '0' }, null],
  [{ expires: '-1' }, null],
  [{}, null],
])('an answer with %j is fresh for so many minutes', (headers, expected) => {
  expect(askedByServer(headers as Record<string, string>, NOW)).toBe(expected)
})

test.each([
  ['120', 2],
  ['Tue, 17 Nov 2026 11:00:00 GMT', 120],
  ['Tue, 17 Nov 2026 08:00:00 GMT', null],
  ['soon', null],
])('Retry-After: %s is so many minutes', (after, expected) => {
  expect(askedByRefusal({ 'retry-after': after }, NOW)).toBe(expected)
})
