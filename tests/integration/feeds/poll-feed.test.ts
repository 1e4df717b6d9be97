// Before anything of lib: it names the database, and lets 127.0.0.1 be asked.
import '#tests/support/allow-local.ts'
import '#tests/support/database.ts'

import { afterAll, expect, test } from 'vitest'
import type { Context } from '#lib/db/context.ts'
import { giveUp } from '#lib/jobs/give-up.ts'
import { fetchPage } from '#lib/jobs/handlers/fetch-page.ts'
import { pollFeed } from '#lib/jobs/handlers/poll-feed.ts'
import { readDocuments } from '#lib/jobs/handlers/read-documents.ts'
import { addFeed } from '#lib/sources/add-feed.ts'
import { addSource } from '#lib/sources/add-source.ts'
import { SourceFields } from '#lib/sources/source-fields.ts'
import { systemContext } from '#tests/support/context.ts'
import { type Answer, feedServer, rss, story } from '#tests/support/feed-server.ts'

const routes: Record<string, Answer | Parameters<typeof feedServer>[0][string]> = {}
const server = await feedServer(routes)
afterAll(server.close)

const START = new Date('2026-11-17T09:00:00Z')
const at = (minutes: number): Context => ({
  ...systemContext(),
  now: () => new Date(START.getTime() + minutes * 60_000),
})
const ctx = at(0)
let sources = 0

/** A new outlet with a feed at this path of the server. */
async function aFeed(path: string, given: object = {}): Promise<{ feedId: string; sourceId: string; name: string }> {
  const name = `صدى الواحات ${++sources}`
  const names = { nameAr: name, nameEn: '', nameFr: '', aliases: '', domains: '', country: '' }
  const fields = SourceFields.parse({
    kind: 'newspaper',
    ...names,
    language: 'ar',
    timeZone: 'Africa/Algiers',
    ...given,
  })
  const { sourceId } = await addSource(ctx, fields)
  return { ...(await addFeed(ctx, { sourceId, address: server.at(path) })), sourceId, name }
}

const stateOf = (id: string) => ctx.db.feed.findUniqueOrThrow({ where: { id } })
const documentsOf = (feedId: string) =>
  ctx.db.document.findMany({ where: { batch: { gathers: { startsWith: `feed:${feedId}` } } }, orderBy: { id: 'asc' } })
const minutesTo = (date: Date | null, from = START) => ((date?.getTime() ?? Number.NaN) - from.getTime()) / 60_000

/** Runs what waits for pages and reading, as the worker does. */
async function readAll(feedId: string): Promise<void> {
  const jobs = await ctx.db.$queryRaw<{ name: string; payload: { documentId: string } }[]>`
    SELECT t.identifier AS name, j.payload FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'fetch-page'`
  const documents = await documentsOf(feedId)
  const ids = documents.map(({ id }) => id)
  for (const { payload } of jobs) if (ids.includes(payload.documentId)) await fetchPage(ctx, payload).catch(() => {})
  await readDocuments(ctx, { documentIds: ids })
}

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
])('%s in the place of a feed is a failure that says so', async (_, body, key) => {
  const path = `/none-${sources}`
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
