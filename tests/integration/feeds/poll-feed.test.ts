// Before anything of lib: it names the database, and lets 127.0.0.1 be asked.
import '#tests/support/allow-local.ts'
import '#tests/support/database.ts'

import { expect, test } from 'vitest'
import { pollFeed } from '#lib/jobs/handlers/poll-feed.ts'
import {
  aFeed,
  at,
  ctx,
  documentsOf,
  readAll,
  routes,
  START,
  server,
  stateOf,
} from '#tests/integration/feeds/polled-feeds.ts'
import { rss, story } from '#tests/support/feed-server.ts'

test('a feed is asked with the validators it gave, word for word, and what it has shown is taken once', async () => {
  const headers = { etag: 'W/"a-1"', 'last-modified': 'Tue, 17 Nov 2026 08:59:59 GMT' }
  const first = { title: 'طريق جديد في الجنوب', id: 'n1', link: 'http://oases.example/1', text: story('تمنراست') }
  routes['/a'] = { body: rss([first]), headers }
  const { feedId, name, sourceId } = await aFeed('/a')
  await pollFeed(ctx, { feedId })
  expect(await stateOf(feedId)).toMatchObject({
    title: 'أخبار الواحات',
    etag: 'W/"a-1"',
    lastModified: headers['last-modified'],
    failures: 0,
    lastItemAt: START,
    lastSuccessAt: START,
  })
  routes['/a'] = { status: 304 }
  await pollFeed(at(15), { feedId })
  expect(server.asked.at(-1)?.headers).toMatchObject({
    'if-none-match': 'W/"a-1"',
    'if-modified-since': headers['last-modified'],
  })
  const second = { title: 'مطر على الهضاب', id: 'n2', link: 'http://oases.example/2', text: story('تيارت') }
  routes['/a'] = { body: rss([second, first]) }
  await pollFeed(at(30), { feedId })
  expect((await documentsOf(feedId)).map(({ stated }) => (stated as { title: string }).title)).toEqual([
    first.title,
    second.title,
  ])
  expect(await stateOf(feedId)).toMatchObject({ lastItemAt: at(30).now(), etag: null })
  await readAll(feedId)
  const articles = await ctx.db.article.findMany({ where: { batch: { gathers: { startsWith: `feed:${feedId}` } } } })
  expect(articles.map((article) => [article.sourceId, article.sourceName])).toEqual([
    [sourceId, name],
    [sourceId, name],
  ])
})

test('news of one day are one batch, which is done when they are read and opens again when more arrive', async () => {
  routes['/day'] = { body: rss([{ title: 'خبر أول', id: '1', text: story('بشار') }]) }
  const { feedId, name } = await aFeed('/day')
  await pollFeed(ctx, { feedId })
  await readAll(feedId)
  const [batch] = await ctx.db.batch.findMany({ where: { gathers: { startsWith: `feed:${feedId}` } } })
  expect(batch).toMatchObject({ state: 'done', origin: 'feed', name: `${name} · 2026/11/17`, createdById: null })
  await pollFeed(at(10), { feedId })
  expect(await ctx.db.batch.findUnique({ where: { id: batch?.id as string } })).toMatchObject({ state: 'done' })
  routes['/day'] = { body: rss([{ title: 'خبر ثان', id: '2', text: story('أدرار') }]) }
  await pollFeed(at(20), { feedId })
  expect(await ctx.db.batch.findMany({ where: { gathers: { startsWith: `feed:${feedId}` } } })).toMatchObject([
    { id: batch?.id, state: 'reading', finishedAt: null },
  ])
})

test('a feed that gives new ids at every poll brings nothing twice; neither does one without ids and addresses', async () => {
  const items = (poll: number) =>
    rss([
      { title: 'خبر له عنوان', id: `a-${poll}`, link: 'http://oases.example/ids', text: `${story('ورقلة')} ${poll}` },
      { title: 'خبر بلا عنوان', id: `b-${poll}`, text: story('غرداية') },
      { title: 'خبر بلا شيء', text: story('الأغواط') },
    ])
  const { feedId } = await aFeed('/ids')
  for (let poll = 0; poll < 4; poll++) {
    routes['/ids'] = { body: items(poll) }
    await pollFeed(at(poll * 15), { feedId })
  }
  expect(await documentsOf(feedId)).toHaveLength(3)
})

test('items that all lead to the front page are articles of their own', async () => {
  const link = 'http://front.example/'
  routes['/front'] = {
    body: rss(
      ['الجلفة', 'المسيلة', 'باتنة'].map((about, i) => ({
        title: `خبر ${about}`,
        id: `${i}`,
        link,
        text: story(about),
      })),
    ),
  }
  const { feedId } = await aFeed('/front')
  await pollFeed(ctx, { feedId })
  await readAll(feedId)
  expect((await documentsOf(feedId)).map(({ state }) => state)).toEqual(['read', 'read', 'read'])
})

test('a feed of 20,000 items is taken whole, and nothing of it again', async () => {
  const items = Array.from({ length: 20_000 }, (_, i) => ({
    title: `خبر ${i}`,
    id: `${i}`,
    text: story(`${i}`).slice(0, 300),
  }))
  routes['/large'] = { body: rss(items) }
  const { feedId } = await aFeed('/large')
  await pollFeed(ctx, { feedId })
  const gathers = { startsWith: `feed:${feedId}` }
  expect(await ctx.db.document.count({ where: { batch: { gathers } } })).toBe(20_000)
  await pollFeed(at(15), { feedId })
  expect(await ctx.db.document.count({ where: { batch: { gathers } } })).toBe(20_000)
}, 240_000)

test('two polls of one feed at once bring each item once', async () => {
  routes['/twice'] = {
    body: rss([1, 2, 3].map((n) => ({ title: `خبر ${n}`, id: `${n}`, text: story(`قسنطينة ${n}`) }))),
  }
  const { feedId } = await aFeed('/twice')
  await Promise.all([pollFeed(ctx, { feedId }), pollFeed(ctx, { feedId }), pollFeed(ctx, { feedId })])
  expect(await documentsOf(feedId)).toHaveLength(3)
})

test('a JSON Feed is polled like any other', async () => {
  const item = { id: 'j1', url: 'http://oases.example/j1', title: 'خبر من JSON', content_text: story('الوادي') }
  routes['/json'] = {
    body: JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'خلاصة', items: [item] }),
    headers: { 'content-type': 'application/feed+json', 'cache-control': 'max-age=3600' },
  }
  const { feedId } = await aFeed('/json')
  await pollFeed(ctx, { feedId })
  expect(await documentsOf(feedId)).toMatchObject([{ stated: { title: 'خبر من JSON' } }])
  expect(await stateOf(feedId)).toMatchObject({ title: 'خلاصة', paceMinutes: 60 })
})
