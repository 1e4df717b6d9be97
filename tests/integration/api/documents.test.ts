// Before anything of lib: it names the database.
import '#tests/support/database.ts'

import { setTimeout } from 'node:timers/promises'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { GET as getBatch } from '#app/api/v1/batches/[id]/route.ts'
import { GET as getDocument } from '#app/api/v1/documents/[id]/route.ts'
import { POST } from '#app/api/v1/documents/route.ts'
import { deliver } from '#lib/api/deliver.ts'
import { ONE_DOCUMENT, TWO_DOCUMENTS } from '#lib/api/examples.ts'
import { Accepted, BatchStatus, DocumentStatus, Problem } from '#lib/api/schemas.ts'
import { getOriginalFile } from '#lib/batches/get-original-file.ts'
import { undoBatch } from '#lib/batches/undo-batch.ts'
import { createToken } from '#lib/tokens/create-token.ts'
import { findToken, type TokenHolder } from '#lib/tokens/find-token.ts'
import { revokeToken } from '#lib/tokens/revoke-token.ts'
import { undo } from '#lib/undo.ts'
import { aZip } from '#tests/support/a-zip.ts'
import { contextOf, NOW, systemContext } from '#tests/support/context.ts'
import { readAll } from '#tests/support/deliver.ts'

type Sent = {
  body?: string | Uint8Array<ArrayBuffer>
  token?: string
  headers?: Record<string, string>
  query?: string
}

let admin: Awaited<ReturnType<typeof contextOf>>
let secret: string
let tokenId: string

const ADDRESS = 'http://localhost:3000/api/v1'
const text = (who: string) =>
  `قال ${who} إن الأشغال تنطلق الأسبوع المقبل في المدينة، وإن الميزانية المخصصة لها بلغت مليار دينار.`
const article = (who: string, more: object = {}) => ({ title: `${who} يعلن موعد الأشغال`, text: text(who), ...more })

beforeAll(async () => {
  admin = await contextOf('admin')
})
beforeEach(async () => {
  ;({ secret, tokenId } = await createToken(admin, { name: 'scraper', documentsPerMinute: 600 }))
})

const send = ({ body = '', token = secret, headers = {}, query = '' }: Sent) =>
  POST(
    new Request(`${ADDRESS}/documents${query}`, {
      method: 'POST',
      body,
      headers: {
        'Content-Type': 'application/json',
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
    }),
    { params: Promise.resolve({}) },
  )
const sendJson = (value: unknown, sent: Sent = {}) => send({ ...sent, body: JSON.stringify(value) })
const accepted = async (response: Response) => {
  expect(response.status).toBe(202)
  return Accepted.strict().parse(await response.json())
}
const refused = async (response: Response, status: number, key: string) => {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const problem = Problem.strict().parse(await response.json())
  expect(problem).toMatchObject({ status, type: `/api/v1/openapi.json#/x-problems/${key}` })
  expect(response.status).toBe(status)
  return problem
}
const ask = (path: string, token = secret) => {
  const request = new Request(`http://localhost:3000${path}`, { headers: { Authorization: `Bearer ${token}` } })
  const id = new URL(request.url).pathname.split('/').at(-1) ?? ''
  return (path.includes('/batches/') ? getBatch : getDocument)(request, { params: Promise.resolve({ id }) })
}
const holder = async (): Promise<TokenHolder> => {
  const found = await findToken(admin.db, secret, NOW)
  if (!found) throw new Error('the token is gone')
  return found
}

test('documents become articles in their order, and the answer says where to ask for each', async () => {
  const documents = ['رئيس البلدية', 'والي سطيف', 'مدير الميناء'].map((who, i) => article(who, { id: `no-${i}` }))
  const response = await sendJson({ documents })
  const answer = await accepted(response)
  expect(response.headers.get('location')).toBe(answer.status)
  expect(answer.documents.map(({ givenId }) => givenId)).toEqual(['no-0', 'no-1', 'no-2'])
  const waiting = await ask(answer.documents[0]?.status ?? '')
  expect(DocumentStatus.strict().parse(await waiting.json())).toMatchObject({ state: 'waiting', article: null })

  await readAll(systemContext(), answer.batchId)
  const titles: (string | null | undefined)[] = []
  for (const { status } of answer.documents) {
    const told = DocumentStatus.strict().parse(await (await ask(status)).json())
    expect(told).toMatchObject({ state: 'read', problem: null, article: { isWithdrawn: false } })
    expect(told.article?.link).toEqual(expect.stringMatching(`^http://localhost:\\d+/articles/${told.article?.id}$`))
    titles.push((await admin.db.article.findUnique({ where: { id: told.article?.id ?? '' } }))?.title)
  }
  expect(titles).toEqual(documents.map(({ title }) => title))
  const batch = BatchStatus.strict().parse(await (await ask(answer.status)).json())
  expect(batch).toMatchObject({ state: 'done', documents: { read: 3, waiting: 0 }, files: { opened: 1 }, problems: [] })
})

test('what a document states of itself arrives with it: date, source, address, author', async () => {
  const answer = await accepted(
    await sendJson(
      article('مدير الصحة', {
        address: 'https://b.example/9',
        publishedAt: '2026-11-12T10:00:00+01:00',
        author: 'سعاد بن علي',
        language: 'ar',
      }),
    ),
  )
  await readAll(systemContext(), answer.batchId)
  const { articleId } = await admin.db.document.findUniqueOrThrow({ where: { id: answer.documents[0]?.id ?? '' } })
  expect(await admin.db.article.findUniqueOrThrow({ where: { id: articleId ?? '' } })).toMatchObject({
    address: 'https://b.example/9',
    publishedAt: new Date('2026-11-12T09:00:00Z'),
    byline: 'سعاد بن علي',
    language: 'ar',
  })
})

test('the body is kept as it was sent', async () => {
  const body = ` { "documents" : [ ${JSON.stringify(article('مدير الأرشيف'))} ] }\n`
  const { batchId, fileId } = await accepted(await send({ body }))
  const pieces: Uint8Array[] = []
  for await (const piece of (await getOriginalFile(admin, { batchId, fileId })).pieces) pieces.push(piece)
  expect(Buffer.concat(pieces).toString()).toBe(body)
})

test('a zip is stored as a file and opened like one of an upload; what it could not give is told in words', async () => {
  const zip = aZip([
    { name: 'أ.txt', bytes: `${article('مدير الغابات').title}\n\n${text('مدير الغابات')}\n` },
    { name: 'ب.png', bytes: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') },
  ])
  const answer = await accepted(
    await send({
      body: new Uint8Array(zip),
      headers: { 'Content-Type': 'application/zip' },
      query: '?name=الثلاثاء.zip',
    }),
  )
  expect(answer.documents).toEqual([])
  await readAll(systemContext(), answer.batchId)
  const told = BatchStatus.strict().parse(await (await ask(answer.status)).json())
  expect(told.documents).toEqual({ waiting: 0, read: 1, already: 0, unreadable: 1 })
  expect(told.problems).toMatchObject([
    { path: 'الثلاثاء.zip/ب.png', problem: { key: 'unknown-format', sentence: expect.stringContaining('PNG') } },
  ])
})

test('a file is called what Content-Disposition says, in UTF-8 or as most senders write it', async () => {
  const page = { body: '<html><body><p>نص</p></body></html>' }
  const names = [
    { 'Content-Disposition': 'attachment; filename="x.html"; filename*=UTF-8\'\'%D8%AE%D8%A8%D8%B1.html' },
    { 'Content-Disposition': `attachment; filename="${Buffer.from('خبر.html').toString('latin1')}"` },
    { 'Content-Disposition': 'attachment; filename=../../etc/page.html' },
  ]
  const paths: string[] = []
  for (const headers of names) {
    const { fileId } = await accepted(await send({ ...page, headers: { 'Content-Type': 'text/html', ...headers } }))
    paths.push((await admin.db.batchFile.findUniqueOrThrow({ where: { id: fileId } })).path)
  }
  expect(paths).toEqual(['خبر.html', 'خبر.html', 'etc/page.html'])
})

test('a day’s deliveries of a token are one batch; undone, the next one begins another', async () => {
  const first = await accepted(await sendJson(article('مدير الري')))
  const second = await accepted(await sendJson(article('مدير النقل')))
  expect(second.batchId).toBe(first.batchId)
  await readAll(systemContext(), first.batchId)
  const of = BatchStatus.parse(await (await ask(second.status)).json())
  expect(of.documents.read).toBe(1)
  await undoBatch(admin, { batchId: first.batchId })
  expect(BatchStatus.parse(await (await ask(first.status)).json())).toMatchObject({ state: 'undone' })
  const third = await accepted(await sendJson(article('مدير الثقافة')))
  expect(third.batchId).not.toBe(first.batchId)
})

test('a batch that was done is read on when more arrives', async () => {
  const first = await accepted(await sendJson(article('مدير الفلاحة')))
  await readAll(systemContext(), first.batchId)
  const again = await accepted(await sendJson(article('مدير التجارة')))
  expect(BatchStatus.parse(await (await ask(again.status)).json())).toMatchObject({
    state: 'reading',
    finishedAt: null,
  })
  await readAll(systemContext(), again.batchId)
  expect(await admin.db.article.count({ where: { batchId: first.batchId } })).toBe(2)
})

test('the same key with the same body delivers once and is answered the same', async () => {
  const sent = { headers: { 'Idempotency-Key': '"8e03978e-40d5"' } }
  const first = await accepted(await sendJson(article('مدير المتحف'), sent))
  const again = await accepted(await sendJson(article('مدير المتحف'), sent))
  expect(again).toEqual(first)
  expect(await admin.db.document.count({ where: { batchId: first.batchId } })).toBe(1)
  // The bare word is the same key.
  await refused(
    await sendJson(article('شخص آخر'), { headers: { 'Idempotency-Key': '8e03978e-40d5' } }),
    422,
    'key-reused',
  )
})

test('of twenty requests at once with one key, one delivers; the others get its answer or are told to wait', async () => {
  const sent = { headers: { 'Idempotency-Key': 'at-once' } }
  const responses = await Promise.all(Array.from({ length: 20 }, () => sendJson(article('مدير السد'), sent)))
  const statuses = new Set(responses.map(({ status }) => status))
  expect([...statuses].filter((status) => status !== 202 && status !== 409)).toEqual([])
  const { batchId } = await accepted(responses.find(({ status }) => status === 202) as Response)
  expect(await admin.db.document.count({ where: { batchId } })).toBe(1)
})

test('a file without a name, sent again with its key in another second, is the same delivery', async () => {
  const page = {
    body: '<html><body><p>نص</p></body></html>',
    headers: { 'Content-Type': 'text/html', 'Idempotency-Key': 'page' },
  }
  const first = await accepted(await send(page))
  await setTimeout(1000)
  expect(await accepted(await send(page))).toEqual(first)
})

test('one token’s key is nothing to another token', async () => {
  const other = await createToken(admin, { name: 'other', documentsPerMinute: 10 })
  const headers = { 'Idempotency-Key': 'shared' }
  const mine = await accepted(await sendJson(article('مدير الحديقة'), { headers }))
  const theirs = await accepted(await sendJson(article('مدير السوق'), { headers, token: other.secret }))
  expect(theirs.batchId).not.toBe(mine.batchId)
})

test('a key that was refused is free: nothing was taken under it', async () => {
  const headers = { 'Idempotency-Key': 'second try' }
  await refused(await sendJson({ title: 'بلا نص' }, { headers: { 'Idempotency-Key': '"second try"' } }), 422, 'invalid')
  await accepted(await sendJson(article('مدير الرياضة'), { headers: { 'Idempotency-Key': '"second try"' } }))
  await refused(await sendJson(article('مدير الرياضة'), { headers }), 400, 'key-form')
})

test('what is wrong is told with its place, and nothing of the body is taken', async () => {
  const before = await admin.db.document.count()
  const { errors } = await refused(
    await sendJson({
      documents: [
        article('فلان'),
        { title: 'بلا نص' },
        article('علان', { titel: 'x' }),
        article('ثالث', { address: 'ftp://x' }),
      ],
    }),
    422,
    'invalid',
  )
  expect(errors?.map(({ pointer }) => pointer)).toEqual([
    '#/documents/1',
    '#/documents/2/titel',
    '#/documents/3/address',
  ])
  expect(await admin.db.document.count()).toBe(before)
})

test.each([
  ['no JSON', { body: '{"title": ' }, 400, 'not-json'],
  ['no UTF-8', { body: new Uint8Array([0x7b, 0x22, 0xe9, 0x22, 0x7d]) }, 400, 'not-json'],
  ['a list without a name', { body: '[]' }, 422, 'invalid'],
  ['no document in the list', { body: '{"documents": []}' }, 422, 'invalid'],
  ['an id that no database keeps', { body: JSON.stringify({ text: 'x', id: 'a\0b' }) }, 422, 'invalid'],
  ['nothing at all', { body: '' }, 400, 'empty'],
  [
    'a form, as curl -d sends one',
    { body: 'x=1', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
    415,
    'media-type',
  ],
  ['a packed body', { body: '{}', headers: { 'Content-Encoding': 'gzip' } }, 415, 'media-type'],
  ['more than may come', { body: new Uint8Array((20 << 20) + 1) }, 413, 'too-large'],
] as [string, Sent, number, string][])('%s is refused by name', async (_, sent, status, key) => {
  await refused(await send(sent), status, key)
})

test('a body that goes on for ever is left after 20 MB', async () => {
  let pulled = 0
  const body = new ReadableStream({
    pull(controller) {
      pulled += 1 << 20
      controller.enqueue(new Uint8Array(1 << 20))
    },
  })
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${secret}` }
  const request = new Request(`${ADDRESS}/documents`, { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
  await refused(await POST(request, { params: Promise.resolve({}) }), 413, 'too-large')
  expect(pulled).toBeLessThan(25 << 20)
})

test('hostile words arrive as words: NUL, half a surrogate pair, markup in every field', async () => {
  const nasty = '<script>alert(1)</script>\0\ud800'
  const answer = await accepted(
    await sendJson(
      article('مدير الأمن', {
        title: `عنوان ${nasty}`,
        source: nasty,
        author: nasty,
        agency: nasty,
        publishedAt: nasty,
      }),
    ),
  )
  await readAll(systemContext(), answer.batchId)
  expect(DocumentStatus.parse(await (await ask(answer.documents[0]?.status ?? '')).json()).state).toBe('read')
})

test('a minute’s allowance holds among requests side by side, and what is refused costs nothing', async () => {
  ;({ secret } = await createToken(admin, { name: 'slow', documentsPerMinute: 5 }))
  const ctx = { ...admin, now: () => NOW }
  const token = await holder()
  const one = (i: number) =>
    deliver(ctx, token, { path: 'x.json', bytes: Buffer.from(String(i)), documents: [article(`مدير ${i}`)] }, null)
  const outcomes = await Promise.allSettled(Array.from({ length: 9 }, (_, i) => one(i)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { key: 'too-fast', headers: { 'Retry-After': '60', RateLimit: '"documents";r=0;t=60' } },
  })
  const later = await deliver(
    { ...admin, now: () => new Date(NOW.getTime() + 61_000) },
    token,
    { path: 'x.json', bytes: Buffer.from('later'), documents: [article('أول'), article('ثان')] },
    null,
  )
  expect(later.headers).toEqual({ 'RateLimit-Policy': '"documents";q=5;w=60', RateLimit: '"documents";r=3;t=59' })
})

test('a used-up minute is answered with the seconds to wait; more than a minute’s worth at once never passes', async () => {
  ;({ secret, tokenId } = await createToken(admin, { name: 'slow', documentsPerMinute: 2 }))
  await refused(await sendJson({ documents: [article('أ'), article('ب'), article('ج')] }), 422, 'too-many-documents')
  const minute = Math.floor(Date.now() / 60_000) * 60_000
  // This minute and the next, whichever the request falls into.
  for (const at of [minute, minute + 60_000])
    await admin.db.apiUse.create({ data: { tokenId, minute: new Date(at), documents: 2 } })
  const response = await sendJson(article('أ'))
  await refused(response, 429, 'too-fast')
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(response.headers.get('ratelimit-policy')).toBe('"documents";q=2;w=60')
})

test('without a token, with a wrong one, a revoked one or one of a closed account there is no entry', async () => {
  const response = await sendJson(ONE_DOCUMENT, { token: '' })
  await refused(response, 401, 'no-token')
  expect(response.headers.get('www-authenticate')).toBe('Bearer realm="Mirqab"')
  await refused(await sendJson(ONE_DOCUMENT, { token: `${secret}x` }), 401, 'no-token')
  const { eventId } = await revokeToken(admin, { tokenId })
  await refused(await sendJson(ONE_DOCUMENT), 401, 'no-token')
  await undo(admin, { eventId })
  const { status } = await accepted(await sendJson(TWO_DOCUMENTS))
  await admin.db.user.update({ where: { id: admin.actor.userId }, data: { disabledAt: NOW } })
  await refused(await sendJson(ONE_DOCUMENT), 401, 'no-token')
  // Demoted, he may no longer deliver or look either.
  await admin.db.user.update({ where: { id: admin.actor.userId }, data: { disabledAt: null, role: 'editor' } })
  await refused(await sendJson(ONE_DOCUMENT), 403, 'not-allowed')
  await refused(await ask(status), 403, 'not-allowed')
  await admin.db.user.update({ where: { id: admin.actor.userId }, data: { role: 'admin' } })
})

test('a session’s cookie opens nothing here', async () => {
  await refused(
    await sendJson(ONE_DOCUMENT, { token: '', headers: { Cookie: 'next-auth.session-token=x' } }),
    401,
    'no-token',
  )
})

test('what one token delivered is not found with another', async () => {
  const { status, documents } = await accepted(await sendJson(article('مدير الأرصاد')))
  const other = await createToken(admin, { name: 'other', documentsPerMinute: 10 })
  await refused(await ask(status, other.secret), 404, 'not-found')
  await refused(await ask(documents[0]?.status ?? '', other.secret), 404, 'not-found')
  await refused(await ask('/api/v1/documents/1'), 404, 'not-found')
})
