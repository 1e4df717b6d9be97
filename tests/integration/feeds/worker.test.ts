// Before anything of lib: it names the database, and lets 127.0.0.1 be asked.
import '#tests/support/allow-local.ts'
import '#tests/support/database.ts'

import { spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { retryDocuments } from '#lib/batches/retry-documents.ts'
import { undoBatch } from '#lib/batches/undo-batch.ts'
import { HANDLERS } from '#lib/jobs/handlers/handlers.ts'
import { pollDueFeeds } from '#lib/jobs/handlers/poll-due-feeds.ts'
import { pollFeed } from '#lib/jobs/handlers/poll-feed.ts'
import { startWorker } from '#lib/jobs/worker.ts'
import { addFeed } from '#lib/sources/add-feed.ts'
import { addSource } from '#lib/sources/add-source.ts'
import { SourceFields } from '#lib/sources/source-fields.ts'
import { undo } from '#lib/undo.ts'
import { contextOf, NOW, systemContext } from '#tests/support/context.ts'
import { type Answer, feedServer, rss, story } from '#tests/support/feed-server.ts'

type Route = Answer | Parameters<typeof feedServer>[0][string]
const routes: Record<string, Route> = {}
const server = await feedServer(routes)
afterAll(server.close)

const ctx = systemContext()
const names = { nameFr: '', aliases: '', domains: '', country: '', language: 'ar', timeZone: '' }
const fields = SourceFields.parse({ kind: 'newspaper', nameAr: 'صدى الواحات', nameEn: 'Oases', ...names })
const { sourceId } = await addSource(ctx, fields)
const aFeed = async (path: string) => (await addFeed(ctx, { sourceId, address: server.at(path) })).feedId
const jobs = () =>
  ctx.db.$queryRaw<{ key: string; queue: string }[]>`
    SELECT j.key, q.queue_name AS queue FROM graphile_worker._private_jobs j
    LEFT JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id WHERE j.key LIKE 'feed:%' ORDER BY j.key`
const forgetJobs = () => ctx.db.$executeRaw`DELETE FROM graphile_worker._private_jobs`

test('feeds that are due are enqueued once, those of one host in one queue; paused ones and those of later are not', async () => {
  const due = [await aFeed('/1'), await aFeed('/2')].sort()
  const later = await aFeed('/3')
  const paused = await aFeed('/4')
  await ctx.db.feed.update({ where: { id: later }, data: { nextPollAt: new Date(NOW.getTime() + 60_000) } })
  await ctx.db.feed.update({ where: { id: paused }, data: { pausedAt: NOW } })
  await forgetJobs()
  await Promise.all([pollDueFeeds(ctx), pollDueFeeds(ctx)])
  await pollDueFeeds(ctx)
  expect(await jobs()).toEqual(due.map((id) => ({ key: `feed:${id}`, queue: 'host:127.0.0.1' })))
  await ctx.db.feed.deleteMany({})
  await forgetJobs()
})

test('the worker looks for feeds that are due each minute', async () => {
  const worker = await startWorker(ctx)
  const known = () =>
    ctx.db.$queryRaw<
      object[]
    >`SELECT identifier FROM graphile_worker._private_known_crontabs WHERE identifier = 'poll-due-feeds'`
  while ((await known()).length === 0) await setTimeout(20)
  await worker.stop()
})

test('one host is never asked by two at once, nor again within a second', async () => {
  const open = { now: 0, most: 0 }
  const ends: number[] = []
  const starts: number[] = []
  const slow: Route = (_, response) => {
    starts.push(performance.now())
    open.most = Math.max(open.most, ++open.now)
    setTimeout(150).then(() => {
      open.now--
      ends.push(performance.now())
      response.end(rss([]))
    })
  }
  for (const path of ['/h1', '/h2', '/h3']) {
    routes[path] = slow
    await aFeed(path)
  }
  const worker = await startWorker(ctx)
  while (await ctx.db.feed.count({ where: { lastPollAt: null } })) await setTimeout(50)
  await worker.stop()
  expect(open.most).toBe(1)
  for (let i = 1; i < 3; i++) expect((starts[i] as number) - (ends[i - 1] as number)).toBeGreaterThanOrEqual(990)
  await ctx.db.feed.deleteMany({})
})

test('servers that answer nothing hold up no reading', async () => {
  const hanging: Route = () => {}
  for (let i = 0; i < 6; i++) routes[`/hang-${i}`] = hanging
  const release = Promise.withResolvers<void>()
  const done = Promise.withResolvers<void>()
  const worker = await startWorker(ctx, {
    ...HANDLERS,
    'poll-feed': () => release.promise,
    'finish-batch': async () => done.resolve(),
  })
  for (let i = 0; i < 6; i++)
    await ctx.db
      .$executeRaw`SELECT graphile_worker.add_job('poll-feed', '{"feedId":"x"}'::json, queue_name => ${`host:${i}`})`
  await setTimeout(200)
  await ctx.db.$executeRaw`SELECT graphile_worker.add_job('finish-batch', '{"batchId":"x"}'::json)`
  await done.promise
  release.resolve()
  await worker.stop()
})

/** A process of its own that polls one feed and ends. */
const POLL_ONCE = `
  import { closeDatabase, prisma } from '#lib/db/client.ts'
  import { SYSTEM } from '#lib/db/context.ts'
  import { pollFeed } from '#lib/jobs/handlers/poll-feed.ts'
  await pollFeed({ db: prisma(), actor: SYSTEM, now: () => new Date() }, { feedId: process.argv[1] })
  await closeDatabase()`

test('polls that are killed at any moment lose nothing and double nothing', async () => {
  const items = Array.from({ length: 300 }, (_, i) => ({ title: `خبر ${i}`, id: `${i}`, text: story(`${i}`) }))
  const feedId = await aFeed('/killed')
  const gathers = { startsWith: `feed:${feedId}` }
  let kill: () => void = () => {}
  let wait = 0
  routes['/killed'] = (_, response) => {
    response.end(rss(items))
    // This child, not the one that asks next.
    const own = kill
    setTimeout(wait).then(() => own())
  }
  const counts = new Set<number>()
  for (const moment of [0, 30, 60, 100, 150, 250, 500, 1000]) {
    wait = moment
    const child = spawn(process.execPath, ['--input-type=module', '-e', POLL_ONCE, feedId], { stdio: 'ignore' })
    kill = () => child.kill('SIGKILL')
    await new Promise((resolve) => child.once('exit', resolve))
    counts.add(await ctx.db.document.count({ where: { batch: { gathers } } }))
    // What a killed one had stored is stored whole: so is the state of its feed.
    const feed = await ctx.db.feed.findUniqueOrThrow({ where: { id: feedId } })
    expect(feed.lastItemAt === null).toBe(!counts.has(300))
  }
  kill = () => {}
  await pollFeed(ctx, { feedId })
  expect([...counts].every((count) => count === 0 || count === 300)).toBe(true)
  expect(server.asked.filter(({ path }) => path === '/killed').length).toBe(9)
  expect(await ctx.db.document.count({ where: { batch: { gathers } } })).toBe(300)
  expect(await ctx.db.batch.count({ where: { gathers } })).toBe(1)
}, 120_000)

test('news of a batch that was undone stay away; those that come after it open another', async () => {
  const admin = await contextOf('admin')
  routes['/undone'] = { body: rss([{ title: 'خبر أول', id: '1', text: story('بسكرة') }]) }
  const feedId = await aFeed('/undone')
  await pollFeed(ctx, { feedId })
  const batch = await ctx.db.batch.findFirstOrThrow({ where: { gathers: { startsWith: `feed:${feedId}` } } })
  await ctx.db.document.updateMany({ where: { batchId: batch.id }, data: { state: 'unreadable' } })
  await ctx.db.batch.update({ where: { id: batch.id }, data: { state: 'done' } })
  const { eventId } = await undoBatch(admin, { batchId: batch.id })
  routes['/undone'] = { body: rss([1, 2].map((n) => ({ title: `خبر ${n}`, id: `${n}`, text: story(`بسكرة ${n}`) }))) }
  await pollFeed(ctx, { feedId })
  const batches = await ctx.db.batch.findMany({
    where: { gathers: { startsWith: `feed:${feedId}` } },
    include: { documents: true },
    orderBy: { id: 'asc' },
  })
  expect(batches.map(({ state, documents }) => [state, documents.length])).toEqual([
    ['undone', 1],
    ['reading', 1],
  ])
  await undo(admin, { eventId })
  expect(await ctx.db.batch.findUnique({ where: { id: batch.id } })).not.toMatchObject({ state: 'undone' })
})

test('from the address of a feed to articles on the desk, short ones from their pages, all by the worker', async () => {
  await forgetJobs()
  const page = `<!doctype html><html lang="ar"><body><article><h1>خبر طويل</h1>${story('تندوف').replace(/^.+$/gm, '<p>$&</p>')}</article></body></html>`
  routes['/long'] = { body: page }
  routes['/whole'] = {
    body: rss([
      { title: 'خبر كامل', id: '1', link: 'http://oases.example/whole', text: story('إيليزي') },
      { title: 'خبر طويل', id: '2', link: server.at('/long'), text: 'قال المدير إن العمل ينطلق…' },
      { title: 'خبر ضائع', id: '3', link: server.at('/nowhere') },
    ]),
  }
  const feedId = await aFeed('/whole')
  const gathers = { startsWith: `feed:${feedId}` }
  const worker = await startWorker(ctx)
  while ((await ctx.db.batch.count({ where: { gathers, state: 'done' } })) === 0) await setTimeout(50)
  const articles = await ctx.db.article.findMany({ where: { batch: { gathers } }, orderBy: { title: 'desc' } })
  expect(articles.map(({ title, sourceId: of, text }) => [title, of, text.length > 500])).toEqual([
    ['خبر كامل', sourceId, true],
    ['خبر طويل', sourceId, true],
  ])
  const lost = { batch: { gathers }, state: 'unreadable' as const }
  expect(await ctx.db.document.findFirst({ where: lost })).toMatchObject({
    problem: { key: 'fetch-status', status: 404 },
  })
  // Its page is there after all: tried again, it is fetched, not read from what the feed gave.
  routes['/nowhere'] = { body: page.replaceAll('تندوف', 'ورقلة') }
  const { batchId } = await ctx.db.document.findFirstOrThrow({ where: lost })
  await retryDocuments(ctx, { batchId })
  while ((await ctx.db.batch.count({ where: { gathers, state: 'done' } })) === 0) await setTimeout(50)
  await worker.stop()
  expect(await ctx.db.article.count({ where: { batch: { gathers }, title: 'خبر ضائع' } })).toBe(1)
})
