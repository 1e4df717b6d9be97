// Before anything of lib: it names the database, and lets 127.0.0.1 be asked.
import '#tests/support/allow-local.ts'
import '#tests/support/database.ts'

import { expect, test } from 'vitest'
import { giveUp } from '#lib/jobs/give-up.ts'
import { fetchPage } from '#lib/jobs/handlers/fetch-page.ts'
import { pollFeed } from '#lib/jobs/handlers/poll-feed.ts'
import { readDocuments } from '#lib/jobs/handlers/read-documents.ts'
import { aFeed, ctx, documentsOf, minutesTo, readAll, routes, server } from '#tests/integration/feeds/polled-feeds.ts'
import { rss, story } from '#tests/support/feed-server.ts'

test('an item that is short is read from its page; title, date and source stay as the feed states them', async () => {
  const page = `<!doctype html><html lang="ar"><head><title>عنوان الصفحة</title></head><body><article><h1>عنوان الصفحة</h1>${story(
    'سوق أهراس',
  )
    .split('\n\n')
    .map((line) => `<p>${line}</p>`)
    .join('')}</article></body></html>`
  routes['/page'] = { body: page }
  const date = 'Mon, 16 Nov 2026 18:30:00 +0100'
  routes['/short'] = {
    body: rss([
      { title: 'عنوان الخلاصة', id: 's', link: server.at('/page'), text: 'قال المدير إن العمل ينطلق…', date },
    ]),
  }
  const { feedId, sourceId } = await aFeed('/short')
  await pollFeed(ctx, { feedId })
  expect(await documentsOf(feedId)).toMatchObject([{ state: 'waiting' }])
  await readAll(feedId)
  const [document] = await documentsOf(feedId)
  expect(document).toMatchObject({ state: 'read', mediaType: 'text/html', size: Buffer.byteLength(page) })
  const article = await ctx.db.article.findUniqueOrThrow({ where: { id: document?.articleId as string } })
  expect(article).toMatchObject({ title: 'عنوان الخلاصة', sourceId, publishedAt: new Date('2026-11-16T17:30:00Z') })
  expect(article.text).toContain('طالب سكان سوق أهراس')
})

test('where the page cannot be had, the item itself is read and flagged; a title alone says why it is unreadable', async () => {
  const text = `${story('عنابة').slice(0, 300)} …اقرأ المزيد`
  routes['/lost'] = {
    body: rss([
      { title: 'خبر مبتور', id: 't', link: server.at('/gone-1'), text },
      { title: 'عنوان وحده', id: 'u', link: server.at('/gone-2') },
      { title: 'لا نص ولا عنوان صفحة', id: 'v' },
    ]),
  }
  const { feedId } = await aFeed('/lost')
  await pollFeed(ctx, { feedId })
  await readAll(feedId)
  expect((await documentsOf(feedId)).map(({ state, problem }) => [state, problem])).toEqual([
    ['read', null],
    ['unreadable', { key: 'fetch-status', status: 404, host: '127.0.0.1' }],
    ['unreadable', { key: 'no-text', line: expect.any(Number) }],
  ])
  const [{ articleId } = { articleId: null }] = await documentsOf(feedId)
  expect(
    await ctx.db.articleFlag.findMany({ where: { articleId: articleId as string, kind: 'truncated' } }),
  ).toHaveLength(1)
  expect(await ctx.db.batch.count({ where: { gathers: { startsWith: `feed:${feedId}` }, state: 'done' } })).toBe(1)
})

test('a page that says less than the feed, as a shell for scripts does, takes nothing away', async () => {
  routes['/shell'] = { body: '<!doctype html><html><body><div id="app"></div><p>حمّل التطبيق</p></body></html>' }
  const text = story('جيجل').slice(0, 400)
  routes['/shells'] = { body: rss([{ title: 'خبر قصير', id: 'x', link: server.at('/shell'), text }]) }
  const { feedId } = await aFeed('/shells')
  await pollFeed(ctx, { feedId })
  await readAll(feedId)
  const [document] = await documentsOf(feedId)
  const article = await ctx.db.article.findUniqueOrThrow({ where: { id: document?.articleId as string } })
  expect(article.text).toContain('مدير الأشغال في ولاية جيجل')
})

test('where the server of a page is too busy, the page is asked for when it allows, and the item waits', async () => {
  routes['/busy-page'] = { status: 429, headers: { 'retry-after': '1800' } }
  routes['/busy-pages'] = {
    body: rss([{ title: 'خبر ينتظر', id: 'w', link: server.at('/busy-page'), text: story('ميلة').slice(0, 200) }]),
  }
  const { feedId } = await aFeed('/busy-pages')
  await pollFeed(ctx, { feedId })
  const [{ id } = { id: '' }] = await documentsOf(feedId)
  const jobs = () => ctx.db.$queryRaw<{ runAt: Date }[]>`
    SELECT run_at AS "runAt" FROM graphile_worker._private_jobs WHERE payload->>'documentId' = ${id} AND run_at > now()`
  await fetchPage({ ...ctx, now: () => new Date() }, { documentId: id })
  const [{ runAt } = { runAt: new Date(0) }] = await jobs()
  expect(minutesTo(runAt, new Date())).toBeCloseTo(30, 0)
  expect(await documentsOf(feedId)).toMatchObject([{ state: 'waiting', attempts: 1 }])
  // A server that is always busy is not waited for without end.
  for (let i = 0; i < 2; i++) await fetchPage(ctx, { documentId: id })
  await expect(fetchPage(ctx, { documentId: id })).rejects.toMatchObject({ problem: { status: 429 } })
  await giveUp(ctx, 'fetch-page', { documentId: id })
  await readDocuments(ctx, { documentIds: [id] })
  expect(await documentsOf(feedId)).toMatchObject([{ state: 'read' }])
})
