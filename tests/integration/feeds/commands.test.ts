import '#tests/support/database.ts'

import { expect, test } from 'vitest'
import type { Context } from '#lib/db/context.ts'
import { parseOpml } from '#lib/receive/feeds/parse-opml.ts'
import { addFeed } from '#lib/sources/add-feed.ts'
import { addSource } from '#lib/sources/add-source.ts'
import { feedsAsOpml } from '#lib/sources/feeds-as-opml.ts'
import { importFeeds, lookAtImport } from '#lib/sources/import-feeds.ts'
import { feedTroubles } from '#lib/sources/list-feed-troubles.ts'
import { listFeeds } from '#lib/sources/list-feeds.ts'
import { pauseFeed, resumeFeed } from '#lib/sources/pause-feed.ts'
import { pollFeedNow } from '#lib/sources/poll-feed-now.ts'
import { removeFeed } from '#lib/sources/remove-feed.ts'
import { SourceFields } from '#lib/sources/source-fields.ts'
import { undo } from '#lib/undo.ts'
import { contextOf, NOW } from '#tests/support/context.ts'

let count = 0
async function aSource(ctx: Context, given: object = {}): Promise<string> {
  const names = { nameAr: `صدى الواحات ${++count}`, nameEn: '', nameFr: '', aliases: '', domains: '', country: '' }
  const fields = SourceFields.parse({ kind: 'newspaper', ...names, language: 'ar', timeZone: '', ...given })
  return (await addSource(ctx, fields)).sourceId
}
const pollJobs = (ctx: Context, feedId: string) =>
  ctx.db.$queryRaw<object[]>`SELECT 1 FROM graphile_worker._private_jobs WHERE key = ${`feed:${feedId}`}`

test('an admin adds a feed, which is asked at once; undo takes it away again', async () => {
  const admin = await contextOf('admin')
  const sourceId = await aSource(admin)
  const { feedId, eventId } = await addFeed(admin, { sourceId, address: 'https://a.example/rss' })
  expect(await listFeeds(admin, sourceId)).toMatchObject([{ id: feedId, health: 'new', nextPollAt: NOW }])
  expect(await pollJobs(admin, feedId)).toHaveLength(1)
  await expect(
    addFeed(admin, { sourceId: await aSource(admin), address: 'https://a.example/rss' }),
  ).rejects.toMatchObject({ key: 'feedTaken' })
  await undo(admin, { eventId })
  expect(await listFeeds(admin, sourceId)).toEqual([])
})

test('a feed that was removed comes back by undo, unless its address was added again', async () => {
  const admin = await contextOf('admin')
  const sourceId = await aSource(admin)
  const { feedId } = await addFeed(admin, { sourceId, address: 'https://b.example/rss' })
  const first = await removeFeed(admin, { feedId })
  await undo(admin, { eventId: first.eventId })
  expect(await listFeeds(admin, sourceId)).toMatchObject([{ id: feedId, address: 'https://b.example/rss' }])
  const second = await removeFeed(admin, { feedId })
  await expect(removeFeed(admin, { feedId })).rejects.toMatchObject({ key: 'notFound' })
  await addFeed(admin, { sourceId, address: 'https://b.example/rss' })
  await expect(undo(admin, { eventId: second.eventId })).rejects.toMatchObject({ key: 'conflict' })
})

test('a paused feed is not asked; resumed, its failures are forgotten; both can be taken back', async () => {
  const admin = await contextOf('admin')
  const sourceId = await aSource(admin)
  const { feedId } = await addFeed(admin, { sourceId, address: 'https://c.example/rss' })
  await admin.db.feed.update({ where: { id: feedId }, data: { failures: 9, problem: { key: 'fetch-slow' } } })
  const { eventId } = await pauseFeed(admin, { feedId })
  await expect(pauseFeed(admin, { feedId })).rejects.toMatchObject({ key: 'conflict' })
  await expect(pollFeedNow(admin, { feedId })).rejects.toMatchObject({ key: 'conflict' })
  expect(await listFeeds(admin, sourceId)).toMatchObject([{ health: 'paused', nextPollAt: null }])
  await undo(admin, { eventId })
  expect(await listFeeds(admin, sourceId)).toMatchObject([{ failures: 0, problem: null, nextPollAt: NOW }])
  await pauseFeed(admin, { feedId })
  const resumed = await resumeFeed(admin, { feedId })
  await undo(admin, { eventId: resumed.eventId })
  expect(await listFeeds(admin, sourceId)).toMatchObject([{ health: 'paused' }])
})

const LIST = `<?xml version="1.0"?><opml version="2.0"><head><title>قائمتي</title></head><body>
  <outline text="صحف"><outline text="الأفق - سياسة" type="rss" xmlUrl="https://ofoq.example/rss/1"/>
  <outline text="الأفق - رياضة" type="rss" xmlUrl="https://ofoq.example/rss/2"/></outline>
  <outline text="Known" xmlUrl="https://rss.known.example/all" htmlUrl="https://www.known.example/"/>
  <outline text="twice" xmlUrl="https://ofoq.example/rss/1"/></body></opml>`

test('a list of feeds shows what it would add, adds it once, and can be taken back', async () => {
  const admin = await contextOf('admin')
  const known = await aSource(admin, { domains: 'known.example' })
  const { feeds } = parseOpml(LIST)
  const before = await admin.db.feed.count()
  expect(await lookAtImport(admin, feeds)).toMatchObject({
    sources: [{ sourceId: null, name: { nameAr: 'الأفق' } }, { sourceId: known }],
    duplicates: ['https://ofoq.example/rss/1'],
  })
  expect(await admin.db.feed.count()).toBe(before)
  const { eventId } = await importFeeds(admin, { feeds })
  expect(await listFeeds(admin, known)).toMatchObject([{ address: 'https://rss.known.example/all', nextPollAt: NOW }])
  const ofoq = await admin.db.source.findFirstOrThrow({ where: { nameAr: 'الأفق' }, include: { feeds: true } })
  expect(ofoq).toMatchObject({ domains: ['ofoq.example'], feeds: [{}, {}] })
  await expect(importFeeds(admin, { feeds })).rejects.toMatchObject({ key: 'invalid' })
  await undo(admin, { eventId })
  expect(await admin.db.feed.count()).toBe(before)
  expect(await admin.db.source.count({ where: { nameAr: 'الأفق' } })).toBe(0)
})

test('the list that is exported is one that can be imported, signs of markup in names and all', async () => {
  const admin = await contextOf('admin')
  const sourceId = await aSource(admin, { nameEn: 'Ink & <Paper> "daily"', domains: 'ink.example' })
  await addFeed(admin, { sourceId, address: 'https://ink.example/rss?a=1&b=2' })
  const { title, feeds } = parseOpml(await feedsAsOpml(admin, 'مصادر & خلاصات'))
  expect(title).toBe('مصادر & خلاصات')
  expect(feeds).toContainEqual({
    address: 'https://ink.example/rss?a=1&b=2',
    title: expect.any(String),
    site: 'https://ink.example/',
  })
  expect((await lookAtImport(admin, feeds)).sources).toEqual([])
})

test('feeds that fail and feeds that fell silent are told, those that do well and those at rest are not', async () => {
  const admin = await contextOf('admin')
  await admin.db.feed.deleteMany({})
  const sourceId = await aSource(admin)
  const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000)
  const well = { lastPollAt: NOW, lastSuccessAt: NOW, lastItemAt: ago(1), usualMinutes: 60 }
  const slow = { key: 'fetch-slow', seconds: 60 }
  const given = {
    well,
    silent: { ...well, lastItemAt: ago(100) },
    failing: { ...well, failures: 5, problem: slow, lastSuccessAt: ago(9) },
    once: { ...well, failures: 1, problem: slow },
    gone: { ...well, failures: 1, pausedAt: NOW, problem: { key: 'feed-gone' } },
    paused: { ...well, failures: 9, problem: slow, pausedAt: NOW },
  }
  for (const [name, data] of Object.entries(given)) {
    const { feedId } = await addFeed(admin, { sourceId, address: `https://${name}.example/` })
    await admin.db.feed.update({ where: { id: feedId }, data })
  }
  expect(await feedTroubles(admin)).toMatchObject([
    { address: 'https://silent.example/', kind: 'silent', since: ago(100), problem: null, sourceId },
    { address: 'https://failing.example/', kind: 'failing', since: ago(9), problem: slow },
    { address: 'https://gone.example/', kind: 'failing', problem: { key: 'feed-gone' } },
  ])
})

test.each(['editor', 'manager'] as const)('a %s may not look after feeds', async (role) => {
  const ctx = await contextOf(role)
  const admin = await contextOf('admin')
  const sourceId = await aSource(admin)
  const { feedId } = await addFeed(admin, { sourceId, address: `https://${role}.example/` })
  for (const attempt of [
    () => addFeed(ctx, { sourceId, address: 'https://mine.example/' }),
    () => removeFeed(ctx, { feedId }),
    () => pauseFeed(ctx, { feedId }),
    () => resumeFeed(ctx, { feedId }),
    () => pollFeedNow(ctx, { feedId }),
    () => listFeeds(ctx, sourceId),
    () => importFeeds(ctx, { feeds: parseOpml(LIST).feeds }),
    () => lookAtImport(ctx, []),
    () => feedsAsOpml(ctx, 'x'),
    ...(role === 'editor' ? [() => feedTroubles(ctx)] : []),
  ])
    await expect((async () => attempt())()).rejects.toMatchObject({ key: 'forbidden' })
})
