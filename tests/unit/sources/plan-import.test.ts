import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parseOpml } from '#lib/receive/feeds/parse-opml.ts'
import { ProblemError } from '#lib/receive/item.ts'
import { FeedAddress } from '#lib/sources/feed-address.ts'
import { type KnownSource, planImport } from '#lib/sources/plan-import.ts'

const source = (id: string, given: Partial<KnownSource>): KnownSource => ({
  id,
  nameAr: null,
  nameEn: null,
  nameFr: null,
  aliases: [],
  domains: [],
  ...given,
})
const SOURCES = [
  source('bbc', { nameEn: 'BBC News', domains: ['bbc.com'] }),
  source('bbc-ar', { nameAr: 'بي بي سي عربي', domains: ['bbc.com/arabic'] }),
  source('oases', { nameAr: 'صدى الواحات', aliases: ['الواحات'], domains: ['oases.example'] }),
]
const feed = (address: string, title: string | null = null, site: string | null = null) => ({ address, title, site })
const plan = (...feeds: ReturnType<typeof feed>[]) => planImport(feeds, SOURCES, new Set(['http://here.example/rss']))
const owners = (...feeds: ReturnType<typeof feed>[]) => plan(...feeds).sources.map(({ sourceId }) => sourceId)

test.each([
  ['by the host of its address', feed('https://rss.oases.example/all'), 'oases'],
  ['by the site it belongs to', feed('http://feeds.feedburner.com/abc', 'x', 'https://www.oases.example/'), 'oases'],
  ['by its name, in any spelling of its letters', feed('http://feeds.feedburner.com/abc', 'صَدى الواحات'), 'oases'],
  ['by another name, before the dash', feed('http://feeds.feedburner.com/abc', 'الواحات – رياضة'), 'oases'],
  [
    'by the edition on a shared host',
    feed('http://feeds.example/1', null, 'https://www.bbc.com/arabic/world'),
    'bbc-ar',
  ],
  ['by the host where no edition fits', feed('http://feeds.example/1', null, 'https://www.bbc.com/news'), 'bbc'],
])('a feed goes to the source that it belongs to %s', (_, given, id) => {
  expect(owners(given)).toEqual([id])
})

test('feeds of one unknown site become one new source, under the name they share', () => {
  const { sources } = plan(
    feed('https://www.new.example/rss/1', 'الأفق - سياسة'),
    feed('https://new.example/rss/2', 'الأفق - رياضة'),
  )
  expect(sources).toMatchObject([
    { sourceId: null, name: { nameAr: 'الأفق', nameEn: null, domains: ['new.example'] }, feeds: [{}, {}] },
  ])
})

test('feeds on a platform of many outlets are not taken for one outlet', () => {
  const { sources } = plan(
    feed('https://one.blogspot.com/feeds', 'One'),
    feed('http://feeds.feedburner.com/two', 'Two'),
    feed('http://feeds.feedburner.com/three', 'Three'),
  )
  expect(sources.map(({ name }) => [name.nameEn, 'domains' in name && name.domains])).toEqual([
    ['One', []],
    ['Two', []],
    ['Three', []],
  ])
})

test('what is here, what stands twice and what is no address is told, not added', () => {
  const told = plan(
    feed('http://here.example/rss'),
    feed('feed://new.example/rss'),
    feed('http://new.example/rss'),
    feed('javascript:alert(1)'),
  )
  expect(told.sources).toMatchObject([{ feeds: [{ address: 'http://new.example/rss' }] }])
  expect(told.duplicates).toEqual(['http://here.example/rss', 'http://new.example/rss'])
  expect(told.refused).toEqual(['javascript:alert(1)'])
})

test.each([
  [' https://a.example/rss ', 'https://a.example/rss'],
  ['feed:https://a.example/rss', 'https://a.example/rss'],
  ['feed://a.example/rss', 'http://a.example/rss'],
  ['a.example/rss', 'https://a.example/rss'],
  ['https://أخبار.مثال/rss#top', 'https://xn--igbicxr.xn--mgbh0fb/rss'],
])('the address %s is understood', (given, expected) => {
  const { data } = FeedAddress.safeParse(given)
  expect(data).toBe(expected)
})

test.each([
  '',
  'javascript:alert(1)',
  'ftp://a.example/',
  'https://user:pass@a.example/',
  'كلمة',
  'file:///etc/passwd',
])('the address «%s» is refused', (given) => {
  expect(FeedAddress.safeParse(given).success).toBe(false)
})

const LISTS = '../shared/eval/feeds/opml'
const hasLists = existsSync(LISTS)

test.skipIf(!hasLists)(
  'lists collected by other parsers are read or refused with a reason (skipped: ../shared/eval/feeds is not here)',
  () => {
    const files = readdirSync(LISTS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xml'))
    const refused: string[] = []
    let read = 0
    for (const name of files) {
      const text = readFileSync(path.join(LISTS, name), 'utf8')
      const isOpml = /<opml[\s>]/.test(text)
      try {
        const found = parseOpml(text).feeds
        expect(isOpml, name).toBe(true)
        read++
        const expected = /len\(result\['feeds'\]\) == (\d+)/.exec(text)?.[1]
        // A list's own word on how many feeds it has, with those that differ counted once.
        const distinct = new Set(found.map(({ address }) => address)).size
        if (expected) expect(distinct, name).toBe(Number(expected))
        const url = /result\['feeds'\]\[0\]\['url'\] == "([^"]+)"/.exec(text)?.[1]
        if (url) expect(found[0]?.address, name).toBe(url)
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        expect(isOpml, name).toBe(false)
        refused.push(name)
      }
    }
    expect(files.length).toBeGreaterThan(0)
    expect(read + refused.length).toBe(files.length)
  },
)
