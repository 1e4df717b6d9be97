// Before anything of lib: it names the database.
import '#tests/support/database.ts'

import { readFile } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { expect, test, vi } from 'vitest'
import { batchReport } from '#lib/batches/batch-report.ts'
import { getBatch } from '#lib/batches/get-batch.ts'
import { getOriginalFile, getOriginalItem } from '#lib/batches/get-original-file.ts'
import { listBatches } from '#lib/batches/list-batches.ts'
import { listDocuments } from '#lib/batches/list-documents.ts'
import { ReceiveAddressesInput, receiveAddresses } from '#lib/batches/receive-addresses.ts'
import { retryDocuments } from '#lib/batches/retry-documents.ts'
import { undoBatch } from '#lib/batches/undo-batch.ts'
import type { Context } from '#lib/db/context.ts'
import { giveUp } from '#lib/jobs/give-up.ts'
import { fetchAddress } from '#lib/jobs/handlers/fetch-address.ts'
import { aSite } from '#tests/support/a-site.ts'
import { contextOf, systemContext } from '#tests/support/context.ts'
import { deliver, readAll } from '#tests/support/deliver.ts'
import { in1256 } from '#tests/support/in-1256.ts'

// The tests' own server is reached by this name; 127.0.0.1 stays as private as it is.
vi.hoisted(() => {
  process.env.MIRQAB_FETCH_ALLOW = 'localhost'
})

const sentence = (who: string) =>
  `قال ${who} إن الأشغال تنطلق الأسبوع المقبل، وإن الميزانية المخصصة لها بلغت مليار دينار، وإن السكان سيُبلَّغون بالمواعيد.`
const page = (who: string) =>
  `<!doctype html><html lang="ar"><head><title>${who} يعلن انطلاق الأشغال</title></head><body><article><h1>${who} يعلن انطلاق الأشغال</h1><p>${sentence(who)}</p><p>وأضاف المتحدث أن المشروع يشمل ثلاث بلديات في الولاية، على أن تنتهي أشغاله قبل نهاية العام المقبل.</p></article></body></html>`
const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>أخبار</title><link>https://feed.example/</link>
<item><title>مدير الخلاصة</title><link>https://feed.example/1</link><description>${sentence('مدير الخلاصة')}</description></item>
<item><title>رئيس الخلاصة</title><link>https://feed.example/2</link><description>${sentence('رئيس الخلاصة')}</description></item></channel></rss>`

const paste = (ctx: Context, ...addresses: string[]) =>
  receiveAddresses(ctx, ReceiveAddressesInput.parse({ addresses: addresses.join('\r\n') }))
const filesOf = async (ctx: Context, batchId: string) =>
  Object.fromEntries((await getBatch(ctx, batchId)).files.map(({ path, state, problem }) => [path, [state, problem]]))
const figures = async (ctx: Context, batchId: string) => {
  const { read, already, unreadable, waiting, state } = await batchReport(ctx, batchId)
  return { read, already, unreadable, waiting, state }
}
const addressOf = async (answer: RequestListener) => `http://localhost:${await aSite(answer)}`

test('pasted addresses become articles, whatever is at them, and what gives nothing says why', async () => {
  const pdf = await readFile('tests/fixtures/receive/pdf/arabic.pdf')
  const answers: Record<string, [type: string, body: Buffer | string]> = {
    // The charset stands in the header and nowhere else; the name says nothing, or something wrong.
    '/view.php?id=1': ['text/html; charset=windows-1256', in1256(page('مدير الميناء'))],
    [encodeURI('/أخبار/الميناء')]: ['text/html; charset="utf-8"', page('رئيس الميناء')],
    '/feed': ['application/rss+xml', FEED],
    '/report?format=pdf': ['application/pdf', pdf],
    '/records': ['application/json', JSON.stringify([{ title: 'سجل', text: sentence('والي الولاية') }])],
    '/photo': ['image/png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    '/nothing': ['text/html', ''],
  }
  const site = await addressOf((request, response) => {
    const answer = answers[request.url as string]
    if (request.url === '/inside') response.writeHead(302, { location: 'http://127.0.0.1:1/secret' }).end()
    else if (answer) response.writeHead(200, { 'Content-Type': answer[0] }).end(answer[1])
    else response.writeHead(404, { 'Content-Type': 'text/html' }).end(page('لا أحد'))
  })
  const ctx = await contextOf('admin')
  const paths = [
    '/view.php?id=1#top',
    '/أخبار/الميناء',
    '/feed',
    '/report?format=pdf',
    '/records',
    '/photo',
    '/nothing',
    '/gone',
    '/inside',
  ]
  const { batchId, redirectTo } = await paste(
    ctx,
    ...paths.map((path) => site + path),
    'ftp://a.example/x',
    `${site}/feed`,
  )
  expect(redirectTo).toBe(`/batches/${batchId}`)
  await readAll(ctx, batchId)
  expect(await filesOf(ctx, batchId)).toEqual({
    [`${site}/view.php?id=1`]: ['opened', null],
    [`${site}/أخبار/الميناء`]: ['opened', null],
    [`${site}/feed`]: ['opened', null],
    [`${site}/report?format=pdf`]: ['opened', null],
    [`${site}/records`]: ['opened', null],
    [`${site}/photo`]: ['failed', { key: 'unknown-format', format: 'PNG' }],
    [`${site}/nothing`]: ['failed', { key: 'empty' }],
    [`${site}/gone`]: ['failed', { key: 'fetch-status', status: 404, host: 'localhost' }],
    [`${site}/inside`]: ['failed', { key: 'fetch-private', host: '127.0.0.1' }],
    'ftp://a.example/x': ['failed', { key: 'fetch-address', address: 'ftp://a.example/x' }],
  })
  expect(await figures(ctx, batchId)).toMatchObject({ read: 6, state: 'done' })
  const articles = await ctx.db.article.findMany({
    where: { batchId },
    select: { title: true, address: true, text: true },
  })
  expect(articles).toContainEqual({
    title: 'مدير الميناء يعلن انطلاق الأشغال',
    address: `${site}/view.php?id=1`,
    text: expect.stringContaining(sentence('مدير الميناء')),
  })
  expect(articles.map((article) => article.address)).toEqual(
    expect.arrayContaining([
      `${site}${encodeURI('/أخبار/الميناء')}`,
      `${site}/report?format=pdf`,
      'https://feed.example/1',
      'https://feed.example/2',
    ]),
  )
  expect(await ctx.db.document.findFirst({ where: { batchId, path: { contains: 'view.php' } } })).toMatchObject({
    charset: 'windows-1256',
    mediaType: 'text/html',
  })
})

test('an address whose article is here already says so and leads to it, also through a redirect', async () => {
  const site = await addressOf((request, response) => {
    if (request.url === '/moved') response.writeHead(301, { location: '/article' }).end()
    // Never the same bytes twice.
    else response.writeHead(200, { 'Content-Type': 'text/html' }).end(`${page('مدير السد')}<!-- ${Math.random()} -->`)
  })
  const ctx = await contextOf('admin')
  const first = await paste(ctx, `${site}/article`)
  await readAll(ctx, first.batchId)
  const again = await paste(ctx, `${site}/article?utm_source=x`, `${site}/moved`)
  await readAll(ctx, again.batchId)
  expect(await figures(ctx, again.batchId)).toMatchObject({ read: 0, already: 2, state: 'done' })
  const here = await ctx.db.article.findFirstOrThrow({ where: { batchId: first.batchId }, select: { id: true } })
  const { documents } = await listDocuments(ctx, { batchId: again.batchId })
  expect(documents.map(({ problem, article }) => [problem, article?.id])).toEqual(
    Array(2).fill([{ key: 'same-address' }, here.id]),
  )
})

test('what failed is asked again, and only that', async () => {
  const asked: string[] = []
  let isDown = true
  const site = await addressOf((request, response) => {
    asked.push(request.url as string)
    if (isDown && request.url === '/b') response.writeHead(503).end()
    else if (isDown && request.url === '/c') response.end()
    else response.writeHead(200, { 'Content-Type': 'text/html' }).end(page(`مدير ${request.url}`))
  })
  const ctx = await contextOf('manager')
  const { batchId } = await paste(ctx, `${site}/a`, `${site}/b`, `${site}/c`)
  await readAll(ctx, batchId)
  expect(await filesOf(ctx, batchId)).toMatchObject({
    [`${site}/b`]: ['failed', { key: 'fetch-status', status: 503 }],
    [`${site}/c`]: ['failed', { key: 'empty' }],
  })
  isDown = false
  asked.length = 0
  await retryDocuments(ctx, { batchId })
  await readAll(ctx, batchId)
  expect(asked.sort()).toEqual(['/b', '/c'])
  const { counts, fileCounts, state } = await getBatch(ctx, batchId)
  expect({ counts, fileCounts, state }).toEqual({
    counts: { waiting: 0, read: 3, already: 0, unreadable: 0 },
    fileCounts: { arriving: 0, waiting: 0, opened: 3, failed: 0 },
    state: 'done',
  })
  await expect(retryDocuments(ctx, { batchId })).rejects.toMatchObject({ key: 'conflict' })
})

test('a worker that is killed between asking and storing, or after it, loses nothing and doubles nothing', async () => {
  const site = await addressOf((request, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(page(`مدير ${request.url}`)),
  )
  const ctx = systemContext()
  const { batchId } = await paste(ctx, `${site}/killed`)
  const { id: fileId } = await ctx.db.batchFile.findFirstOrThrow({ where: { batchId } })
  // What kills leave: a job that runs twice, at once and one after the other.
  const both = await Promise.allSettled([fetchAddress(ctx, { fileId }), fetchAddress(ctx, { fileId })])
  expect(both.map(({ status }) => status)).toContain('fulfilled')
  await fetchAddress(ctx, { fileId })
  expect(await ctx.db.batchFileChunk.count({ where: { fileId } })).toBe(1)
  await readAll(ctx, batchId)
  expect(await figures(ctx, batchId)).toEqual({ read: 1, already: 0, unreadable: 0, waiting: 0, state: 'done' })
  await giveUp(ctx, 'fetch-address', { fileId })
  expect(await ctx.db.batchFile.findFirst({ where: { batchId } })).toMatchObject({ state: 'opened' })
})

test('a job that is given up is told on its address, and the batch ends', async () => {
  const ctx = systemContext()
  const { batchId } = await paste(ctx, 'https://gave-up.example/')
  const { id: fileId } = await ctx.db.batchFile.findFirstOrThrow({ where: { batchId } })
  await ctx.db.$executeRaw`DELETE FROM graphile_worker._private_jobs`
  await giveUp(ctx, 'fetch-address', { fileId })
  expect(await filesOf(ctx, batchId)).toEqual({ 'https://gave-up.example/': ['failed', { key: 'gave-up' }] })
  expect(await figures(ctx, batchId)).toMatchObject({ state: 'done' })
})

test('of one host one address is asked after another', async () => {
  let now = 0
  let most = 0
  const site = await addressOf((request, response) => {
    most = Math.max(most, ++now)
    setTimeout(() => {
      now--
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(page(`مدير ${request.url}`))
    }, 100)
  })
  const ctx = systemContext()
  const { batchId } = await paste(ctx, ...[1, 2, 3, 4].map((n) => `${site}/${n}`))
  await readAll(ctx, batchId)
  expect(await figures(ctx, batchId)).toMatchObject({ read: 4 })
  expect(most).toBe(1)
})

test('what was fetched can be had again under a name that says what it is', async () => {
  const body = page('مدير المسرح')
  const site = await addressOf((_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(body))
  const ctx = await contextOf('manager')
  const { batchId } = await paste(ctx, `${site}/مسرح.php?id=3`)
  await readAll(ctx, batchId)
  const { id: fileId } = await ctx.db.batchFile.findFirstOrThrow({ where: { batchId } })
  const { id: documentId } = await ctx.db.document.findFirstOrThrow({ where: { batchId } })
  const originals = [
    await getOriginalFile(ctx, { batchId, fileId }),
    await getOriginalItem(ctx, { batchId, documentId }),
  ]
  for (const { name, size } of originals) expect([name, size]).toEqual(['مسرح.php.html', Buffer.byteLength(body)])
})

test('addresses come one a line, with or without https, each once, fifty at most', () => {
  const parse = (addresses: string) => ReceiveAddressesInput.safeParse({ addresses }).data?.addresses
  expect(parse(' aps.dz/ar/1 \r\n\r\nhttps://aps.dz/ar/1\nHTTP://APS.dz:80/x#y\nlocalhost:3000/a')).toEqual([
    'https://aps.dz/ar/1',
    'http://aps.dz/x',
    'https://localhost:3000/a',
  ])
  expect(parse('https://a.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1?q=%26%20x')).toEqual([
    'https://a.example/أخبار?q=%26%20x',
  ])
  expect(parse('https://a.example/%E2%80%AEx')).toEqual(['https://a.example/%E2%80%AEx'])
  expect(parse(' \n ')).toBeUndefined()
  const many = (count: number) => Array.from({ length: count }, (_, i) => `https://a.example/${i}`).join('\n')
  expect(parse(many(50))).toHaveLength(50)
  expect(parse(many(51))).toBeUndefined()
})

test('a batch of addresses is called by its hosts', async () => {
  const ctx = systemContext()
  const nameOf = async (...addresses: string[]) => {
    const { batchId } = await paste(ctx, ...addresses)
    return (await batchReport(ctx, batchId)).name
  }
  expect(await nameOf('https://www.aps.dz/1')).toBe('aps.dz')
  expect(await nameOf('aps.dz/1', 'aps.dz/2', 'bbc.com/3', 'spa.gov.sa/4')).toBe('aps.dz, bbc.com +2')
})

test('a manager pastes addresses and follows them, those of others and their other batches stay an admin’s', async () => {
  const [admin, manager, other] = await Promise.all([contextOf('admin'), contextOf('manager'), contextOf('manager')])
  const { batchId } = await paste(manager, 'https://mine.example/')
  const delivered = await deliver(admin, { 'a.txt': sentence('مدير') })
  expect((await listBatches(manager, {})).batches.map(({ id }) => id)).toEqual([batchId])
  expect((await listBatches(other, {})).batches).toEqual([])
  const all = (await listBatches(admin, {})).batches.map(({ id }) => id)
  expect(all).toEqual(expect.arrayContaining([batchId, delivered]))
  expect(await getBatch(manager, batchId)).toMatchObject({ origin: 'address', name: 'mine.example' })
  expect(await getBatch(admin, batchId)).toMatchObject({ id: batchId })
  for (const [ctx, id] of [
    [other, batchId],
    [manager, delivered],
  ] as const) {
    await expect(getBatch(ctx, id)).rejects.toMatchObject({ key: 'notFound' })
    await expect(retryDocuments(ctx, { batchId: id })).rejects.toMatchObject({ key: 'conflict' })
    expect((await listDocuments(ctx, { batchId: id })).documents).toEqual([])
  }
  await expect(undoBatch(manager, { batchId })).rejects.toMatchObject({ key: 'forbidden' })
})

test('an editor may neither paste addresses nor follow them', async () => {
  const [ctx, manager] = await Promise.all([contextOf('editor'), contextOf('manager')])
  const { batchId } = await paste(manager, 'https://theirs.example/')
  const refused = { key: 'forbidden' }
  await expect(paste(ctx, 'https://a.example/')).rejects.toMatchObject(refused)
  await expect(getBatch(ctx, batchId)).rejects.toMatchObject(refused)
  await expect(listBatches(ctx, {})).rejects.toMatchObject(refused)
  await expect(listDocuments(ctx, { batchId })).rejects.toMatchObject(refused)
  await expect(retryDocuments(ctx, { batchId })).rejects.toMatchObject(refused)
})
