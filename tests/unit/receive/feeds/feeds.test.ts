import { expect, test } from 'vitest'
import { itemKeys, ownAddresses, wordsDigest } from '#lib/receive/feeds/item-keys.ts'
import { readPolled } from '#lib/receive/feeds/read-polled.ts'
import { rhythmOf } from '#lib/receive/feeds/rhythm.ts'

const hours = (...at: number[]) => at.map((hour) => new Date(Date.UTC(2026, 10, 1, hour)))
const every = (gap: number, count: number) => hours(...Array.from({ length: count }, (_, i) => i * gap))

test('the rhythm of a feed is its median gap; what is usual reaches to half of its second longest', () => {
  expect(rhythmOf(every(2, 20))).toEqual({ median: 120, usual: 120 })
  // Every hour by day, with two nights of 12 hours.
  expect(rhythmOf(hours(0, 1, 2, 3, 15, 16, 17, 18, 30, 31))).toEqual({ median: 60, usual: 360 })
})

test('one outage is no rhythm', () => {
  expect(rhythmOf(hours(0, 1, 2, 3, 4, 5, 300, 301, 302))).toEqual({ median: 60, usual: 60 })
})

test('of few arrivals nothing is said, and of many only the last thirty gaps count', () => {
  expect(rhythmOf(every(1, 5))).toBeNull()
  expect(rhythmOf([...every(24, 40), ...hours(...Array.from({ length: 31 }, (_, i) => 2000 + i))])).toMatchObject({
    median: 60,
  })
})

test('an item is known again by its id, by its address, or without one by its words, however they are spaced', () => {
  const key = itemKeys({ id: '7', address: 'http://a.example/7', words: 'خبر' })
  expect(itemKeys({ id: '7', address: 'http://a.example/renamed', words: 'آخر' })).toContain(key[0])
  expect(itemKeys({ id: 'new', address: 'http://a.example/7', words: 'آخر' })).toContain(key[1])
  const bare = itemKeys({ id: undefined, address: null, words: wordsDigest('خبر  من\nالجنوب') })
  expect(bare).toEqual(itemKeys({ id: undefined, address: null, words: wordsDigest(' خبر من الجنوب ') }))
  expect(new Set([...key, ...bare]).size).toBe(3)
  // An id that reads like an address is not that address.
  expect(itemKeys({ id: 'http://a.example/7', address: null, words: '' })).not.toContain(key[1])
})

test('an address that several items share, and a front page, belong to none of them', () => {
  const of = (id: string | undefined, address: string | null) => ({ id, address })
  const given = [
    of('1', 'http://a.example/'),
    of('2', 'http://a.example/live'),
    of('3', 'http://a.example/live'),
    of('4', 'http://a.example/4'),
    of('4', 'http://a.example/4'),
    of('5', 'http://a.example/?p=5'),
    of(undefined, null),
  ]
  expect(ownAddresses(given)).toEqual([
    null,
    null,
    null,
    'http://a.example/4',
    'http://a.example/4',
    'http://a.example/?p=5',
    null,
  ])
})

const owner = { source: 'صدى الواحات', language: 'ar' }
const address = 'http://oases.example/feeds/all.xml'
const polled = (xml: string | Uint8Array, headers: Record<string, string> = {}) =>
  readPolled({ status: 200, address, headers, bytes: Buffer.from(xml as string) }, owner)

test('an item is of the feed’s source and language, unless it names another', async () => {
  const { title, items } = await polled(`<rss><channel><title>صدى الواحات – الرئيسية</title>
    <item><title>أ</title><description>نص</description></item>
    <item><title>ب</title><description>نص</description><source url="http://b.example/">وكالة الجنوب</source></item></channel></rss>`)
  expect(title).toBe('صدى الواحات – الرئيسية')
  expect(items.map(({ stated }) => [stated.source, stated.language])).toEqual([
    ['صدى الواحات', 'ar'],
    ['وكالة الجنوب', 'ar'],
  ])
})

test('addresses in a feed that are relative begin where the feed was found', async () => {
  const { items } = await polled(`<feed xmlns="http://www.w3.org/2005/Atom"><title>أخبار</title>
    <entry><id>1</id><title>خبر</title><link href="../news/1"/><summary>نص</summary></entry></feed>`)
  expect(items[0]?.stated.address).toBe('http://oases.example/news/1')
})

test('an item that has no text still says where its page is', async () => {
  const { items } = await polled(`<rss><channel><title>أخبار</title>
    <item><title>عنوان وحده</title><link>http://oases.example/9</link></item></channel></rss>`)
  expect(items[0]).toMatchObject({
    length: 0,
    problem: { key: 'no-text' },
    stated: { title: 'عنوان وحده', address: 'http://oases.example/9', source: 'صدى الواحات' },
  })
  expect(items[0]?.stated).not.toHaveProperty('text')
})

test('a sound feed without items is no failure', async () => {
  expect(await polled('<rss><channel><title>أخبار</title><ttl>90</ttl></channel></rss>')).toMatchObject({
    title: 'أخبار',
    asked: { minutes: 90 },
    items: [],
    cut: null,
  })
})

test('a feed in windows-1256 is read in its own letters, which only the server’s header tells', async () => {
  const head = Buffer.from('<rss><channel><title>x</title><item><title>')
  // «خبر» in windows-1256.
  const bytes = Buffer.concat([
    head,
    Buffer.from([0xce, 0xc8, 0xd1]),
    Buffer.from('</title><description>x</description></item>'),
  ])
  const { items } = await polled(bytes, { 'content-type': 'text/xml; charset=windows-1256' })
  expect(items[0]?.stated.title).toBe('خبر')
})
