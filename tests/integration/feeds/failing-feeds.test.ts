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
  minutesTo,
  routes,
  START,
  server,
  stateOf,
} from '#tests/integration/feeds/polled-feeds.ts'
import { rss, story } from '#tests/support/feed-server.ts'

test('a feed that fails is asked less and less, and its state says why; one good answer forgets it', async () => {
  routes['/bad'] = { status: 500 }
  const { feedId } = await aFeed('/bad')
  const waits: number[] = []
  for (let failure = 1; failure <= 8; failure++) {
    await pollFeed(ctx, { feedId })
    waits.push(minutesTo((await stateOf(feedId)).nextPollAt))
  }
  expect(waits[0]).toBeGreaterThanOrEqual(12)
  expect(waits[0]).toBeLessThanOrEqual(18)
  for (let i = 1; i < 7; i++) expect(waits[i]).toBeGreaterThan(waits[i - 1] as number)
  expect(waits[7]).toBe(24 * 60)
  expect(await stateOf(feedId)).toMatchObject({ failures: 8, problem: { key: 'fetch-status', status: 500 } })
  routes['/bad'] = { body: rss([]) }
  await pollFeed(ctx, { feedId })
  expect(await stateOf(feedId)).toMatchObject({ failures: 0, problem: null })
})

test.each([
  ['a page', '<!doctype html><html><body><p>تسجيل الدخول</p></body></html>', 'feed-none'],
  ['nothing', '', 'feed-none'],
  ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'feed-none'],
  ['records that are no feed', '{"articles": []}', 'feed-none'],
])('%s in the place of a feed is a failure that says so', async (what, body, key) => {
  const path = `/${what.replaceAll(' ', '-')}`
  routes[path] = { body }
  const { feedId } = await aFeed(path)
  await pollFeed(ctx, { feedId })
  expect(await stateOf(feedId)).toMatchObject({ failures: 1, problem: { key } })
  expect(await documentsOf(feedId)).toEqual([])
})

test('of a feed that breaks off, what came before is taken, and its state says that it broke off', async () => {
  const whole = rss([1, 2, 3].map((n) => ({ title: `خبر ${n}`, id: `${n}`, text: story(`سطيف ${n}`) })))
  routes['/cut'] = { body: whole.slice(0, whole.lastIndexOf('<guid') + 40), headers: { etag: '"cut"' } }
  const { feedId } = await aFeed('/cut')
  await pollFeed(ctx, { feedId })
  expect(await documentsOf(feedId)).toHaveLength(2)
  // Without the validator: the whole feed has to come again.
  expect(await stateOf(feedId)).toMatchObject({ failures: 1, problem: { key: 'feed-syntax' }, etag: null })
  routes['/cut'] = { body: whole }
  await pollFeed(at(15), { feedId })
  expect(await documentsOf(feedId)).toHaveLength(3)
})

test('a busy server is not asked before it allows', async () => {
  routes['/busy'] = { status: 429, headers: { 'retry-after': '7200' } }
  const { feedId } = await aFeed('/busy')
  await pollFeed(ctx, { feedId })
  const wait = minutesTo((await stateOf(feedId)).nextPollAt)
  expect(wait).toBeGreaterThanOrEqual(120)
  expect(wait).toBeLessThanOrEqual(132)
})

test('a feed that is gone for good is paused, on the record', async () => {
  routes['/gone'] = { status: 410 }
  const { feedId, sourceId } = await aFeed('/gone')
  await pollFeed(ctx, { feedId })
  expect(await stateOf(feedId)).toMatchObject({ pausedAt: START, nextPollAt: null, problem: { key: 'feed-gone' } })
  expect(await ctx.db.auditEvent.count({ where: { kind: 'feed.gone', subjectId: sourceId } })).toBe(1)
})

test('a permanent redirect moves the feed, a passing one does not, and none onto another feed', async () => {
  routes['/new'] = { body: rss([]) }
  const { feedId } = await aFeed('/moving')
  routes['/moving'] = { status: 302, headers: { location: '/new' } }
  await pollFeed(ctx, { feedId })
  expect((await stateOf(feedId)).address).toBe(server.at('/moving'))
  routes['/moving'] = { status: 301, headers: { location: '/new' } }
  await pollFeed(ctx, { feedId })
  expect((await stateOf(feedId)).address).toBe(server.at('/new'))
  const other = await aFeed('/moving')
  await pollFeed(ctx, { feedId: other.feedId })
  expect(await stateOf(other.feedId)).toMatchObject({ address: server.at('/moving'), failures: 0 })
})

test('a redirect to a private address is refused', async () => {
  routes['/inside'] = { status: 302, headers: { location: 'http://192.168.1.1/feed' } }
  const { feedId } = await aFeed('/inside')
  await pollFeed(ctx, { feedId })
  expect(await stateOf(feedId)).toMatchObject({ problem: { key: 'fetch-private', host: '192.168.1.1' } })
})

test('a feed that never ends is cut off, with its size', async () => {
  routes['/endless'] = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' })
    const piece = rss(Array.from({ length: 500 }, (_, i) => ({ title: `خبر ${i}`, text: story('بلا نهاية') })))
    const write = () => {
      while (!response.destroyed && response.write(piece));
    }
    response.on('drain', write)
    write()
  }
  const { feedId } = await aFeed('/endless')
  await pollFeed(ctx, { feedId })
  expect(await stateOf(feedId)).toMatchObject({ failures: 1, problem: { key: 'fetch-too-large' } })
})
