// Before anything of lib: it names the database.
import '#tests/support/database.ts'

import { expect, test } from 'vitest'
import { BatchStatus, DocumentStatus } from '#lib/api/schemas.ts'
import { getOriginalFile } from '#lib/batches/get-original-file.ts'
import { undoBatch } from '#lib/batches/undo-batch.ts'
import { accepted, article, ask, caller, send, sendJson, text } from '#tests/integration/api/calls.ts'
import { aZip } from '#tests/support/a-zip.ts'
import { systemContext } from '#tests/support/context.ts'
import { readAll } from '#tests/support/deliver.ts'

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
    titles.push((await caller.admin.db.article.findUnique({ where: { id: told.article?.id ?? '' } }))?.title)
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
  const { articleId } = await caller.admin.db.document.findUniqueOrThrow({
    where: { id: answer.documents[0]?.id ?? '' },
  })
  expect(await caller.admin.db.article.findUniqueOrThrow({ where: { id: articleId ?? '' } })).toMatchObject({
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
  for await (const piece of (await getOriginalFile(caller.admin, { batchId, fileId })).pieces) pieces.push(piece)
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
    paths.push((await caller.admin.db.batchFile.findUniqueOrThrow({ where: { id: fileId } })).path)
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
  await undoBatch(caller.admin, { batchId: first.batchId })
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
  expect(await caller.admin.db.article.count({ where: { batchId: first.batchId } })).toBe(2)
})
