// Before anything of lib: it names the database.
import '#tests/support/database.ts'

import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { batchReport } from '#lib/batches/batch-report.ts'
import { createBatch } from '#lib/batches/create-batch.ts'
import { getOriginalFile, getOriginalItem } from '#lib/batches/get-original-file.ts'
import { listBatches } from '#lib/batches/list-batches.ts'
import { listDocuments } from '#lib/batches/list-documents.ts'
import { restoreBatch } from '#lib/batches/restore-batch.ts'
import { retryDocuments } from '#lib/batches/retry-documents.ts'
import { startReading } from '#lib/batches/start-reading.ts'
import { storeFile } from '#lib/batches/store-file.ts'
import { undoBatch } from '#lib/batches/undo-batch.ts'
import type { Context } from '#lib/db/context.ts'
import { openFiles } from '#lib/jobs/handlers/open-files.ts'
import { undo } from '#lib/undo.ts'
import { aZip } from '#tests/support/a-zip.ts'
import { contextOf, systemContext } from '#tests/support/context.ts'
import { deliver, once, readAll } from '#tests/support/deliver.ts'

const text = (title: string) =>
  `${title}\n\nالجزائر - 12 نوفمبر 2026\n\nقال ${title} إن الأشغال تنطلق الأسبوع المقبل، وإن الميزانية المخصصة لها بلغت مليار دينار.\n\nوأضاف المتحدث أن السكان سيُبلَّغون بالمواعيد.\n`
const row = (title: string, address = '') => ({
  title,
  text: text(title).split('\n\n').slice(2).join('\n\n'),
  address,
  date: '2026-11-12',
})

const figures = async (ctx: Context, batchId: string) => {
  const { read, already, unreadable, waiting, state } = await batchReport(ctx, batchId)
  return { read, already, unreadable, waiting, state }
}
const liveArticles = (ctx: Context, batchId: string) => ctx.db.article.count({ where: { batchId, withdrawnAt: null } })

test('a zip of several formats becomes its articles, and what cannot be read is told with its place', async () => {
  const ctx = await contextOf('admin')
  const zip = aZip([
    { name: 'أول.txt', bytes: text('رئيس بلدية وهران') },
    { name: 'جدول.csv', bytes: `العنوان,النص\nخبر من جدول,"${row('والي سطيف').text}"\nبلا نص,\n` },
    { name: 'records.json', bytes: JSON.stringify([row('مدير الميناء', 'https://a.example/1')]) },
    { name: 'صورة.png', bytes: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') },
  ])
  const batchId = await deliver(ctx, { 'monday.zip': zip })
  await readAll(ctx, batchId)
  expect(await figures(ctx, batchId)).toEqual({ read: 3, already: 0, unreadable: 2, waiting: 0, state: 'done' })
  const { documents } = await listDocuments(ctx, { batchId, state: 'unreadable' })
  expect(documents).toMatchObject([
    { path: 'monday.zip/جدول.csv', line: 6, problem: { key: 'no-text', line: 6 } },
    { path: 'monday.zip/صورة.png', problem: { key: 'unknown-format', format: 'PNG' } },
  ])
  const read = (await listDocuments(ctx, { batchId, state: 'read' })).documents
  expect(read.map((d) => d.article?.title)).toContain('خبر من جدول')
  const { batches } = await listBatches(ctx, {})
  expect(batches[0]).toMatchObject({ id: batchId, read: 3, unreadable: 2, files: 1, createdBy: expect.any(String) })
})

test('the same delivery again changes nothing and says so', async () => {
  const ctx = await contextOf('admin')
  const files = { 'a.txt': text('مدير الغابات'), 'b.jsonl': JSON.stringify(row('مدير الصحة', 'https://b.example/1')) }
  const first = await deliver(ctx, files)
  await readAll(ctx, first)
  const again = await deliver(ctx, {
    ...files,
    'same-address.json': JSON.stringify([row('مدير الصحة يعود', 'https://b.example/1')]),
  })
  await readAll(ctx, again)
  expect(await figures(ctx, again)).toEqual({ read: 0, already: 3, unreadable: 0, waiting: 0, state: 'done' })
  expect(await liveArticles(ctx, first)).toBe(2)
})

test('opening a file twice, as after a kill, doubles nothing and reads nothing again', async () => {
  const ctx = systemContext()
  const records = Array.from({ length: 450 }, (_, i) => JSON.stringify(row(`مسؤول رقم ${i}`))).join('\n')
  const batchId = await deliver(ctx, { 'many.jsonl': records })
  const [file] = await ctx.db.batchFile.findMany({ where: { batchId } })
  const fileIds = [file?.id as string]
  await openFiles(ctx, { fileIds })
  // As if the worker had died just before it could say that the file is open.
  await ctx.db.batchFile.update({ where: { id: fileIds[0] as string }, data: { state: 'waiting' } })
  await openFiles(ctx, { fileIds })
  expect(await ctx.db.document.count({ where: { batchId } })).toBe(450)
  const jobs = await ctx.db.$queryRaw<{ n: number }[]>`
    SELECT sum(json_array_length(payload->'documentIds'))::int AS n FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'read-documents'`
  expect(jobs[0]?.n).toBe(450)
  await readAll(ctx, batchId)
  expect(await figures(ctx, batchId)).toMatchObject({ read: 450, state: 'done' })
})

test('a batch is undone and restored; what came in again meanwhile is not doubled', async () => {
  const ctx = await contextOf('admin')
  const batchId = await deliver(ctx, { 'x.txt': text('رئيس النقابة'), 'y.txt': text('رئيس الغرفة') })
  await readAll(ctx, batchId)
  const story = await ctx.db.article.findFirstOrThrow({ where: { batchId }, select: { storyId: true } })
  const { eventId } = await undoBatch(ctx, { batchId })
  expect(await liveArticles(ctx, batchId)).toBe(0)
  const storyId = story.storyId as string
  const live = await ctx.db.article.count({ where: { storyId, withdrawnAt: null } })
  expect(await ctx.db.story.findUnique({ where: { id: storyId } })).toMatchObject({ articleCount: live })
  await expect(undoBatch(ctx, { batchId })).rejects.toMatchObject({ key: 'conflict' })

  const later = await deliver(ctx, { 'x.txt': text('رئيس النقابة') })
  await readAll(ctx, later)
  expect(await figures(ctx, later)).toMatchObject({ read: 1, already: 0 })

  await undo(ctx, { eventId })
  expect(await liveArticles(ctx, batchId)).toBe(1)
  expect(await figures(ctx, batchId)).toEqual({ read: 1, already: 1, unreadable: 0, waiting: 0, state: 'done' })
  await expect(restoreBatch(ctx, { batchId })).rejects.toMatchObject({ key: 'conflict' })
})

test('an article that another batch delivered too outlives the undoing of the first', async () => {
  const ctx = await contextOf('admin')
  const first = await deliver(ctx, { 'z.txt': text('مدير المتحف') })
  await readAll(ctx, first)
  const second = await deliver(ctx, { 'z.txt': text('مدير المتحف') })
  await readAll(ctx, second)
  await undoBatch(ctx, { batchId: first })
  expect(await liveArticles(ctx, second)).toBe(1)
  expect(await figures(ctx, second)).toMatchObject({ read: 1, already: 0 })
})

test('unreadable items are tried again, and those that still cannot be read say so again', async () => {
  const ctx = await contextOf('admin')
  const batchId = await deliver(ctx, {
    'signs.txt': '*** --- ***',
    'broken.csv': 'title,text\nأ,"لا ينتهي\n',
    'ok.txt': text('مدير الري'),
  })
  await readAll(ctx, batchId)
  expect(await figures(ctx, batchId)).toMatchObject({ read: 1, unreadable: 2 })
  const before = await ctx.db.document.findFirstOrThrow({ where: { batchId, path: 'signs.txt' } })
  await retryDocuments(ctx, { batchId, documentId: before.id })
  await readAll(ctx, batchId)
  expect(await ctx.db.document.findUniqueOrThrow({ where: { id: before.id } })).toMatchObject({
    state: 'unreadable',
    attempts: before.attempts + 1,
  })
  await retryDocuments(ctx, { batchId })
  expect(await figures(ctx, batchId)).toMatchObject({ state: 'reading' })
  await readAll(ctx, batchId)
  expect(await figures(ctx, batchId)).toEqual({ read: 1, already: 0, unreadable: 2, waiting: 0, state: 'done' })
})

test('a file goes in by the megabyte and comes out as it was', async () => {
  const ctx = await contextOf('admin')
  const bytes = randomBytes(3_500_000)
  const { batchId } = await createBatch(ctx, { name: 'big', origin: 'upload' })
  const stored = await storeFile(ctx, { batchId, path: '../مجلد\\big.bin' }, pieces(bytes, 300_001))
  expect(stored).toMatchObject({ size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
  await startReading(ctx, { batchId })
  const original = await getOriginalFile(ctx, { batchId, fileId: stored.fileId })
  expect(original).toMatchObject({ name: 'big.bin', size: bytes.length })
  expect((await gather(original.pieces)).equals(bytes)).toBe(true)
  await expect(storeFile(ctx, { batchId, path: 'late.txt' }, once(bytes))).rejects.toMatchObject({ key: 'conflict' })
})

test('an upload that breaks off leaves nothing of its file behind', async () => {
  const ctx = await contextOf('admin')
  const { batchId } = await createBatch(ctx, { name: 'broken', origin: 'upload' })
  async function* breaking() {
    yield randomBytes(2 << 20)
    throw new Error('the line went dead')
  }
  await expect(storeFile(ctx, { batchId, path: 'a.txt' }, breaking())).rejects.toThrow('dead')
  expect(await ctx.db.batchFile.count({ where: { batchId } })).toBe(0)
  await expect(startReading(ctx, { batchId })).rejects.toMatchObject({ key: 'invalid' })
})

test('an item can be had with its own bytes: the row, not the table', async () => {
  const ctx = await contextOf('admin')
  const line = JSON.stringify(row('مدير السياحة'))
  const batchId = await deliver(ctx, { 'rows.jsonl': `${line}\n` })
  await readAll(ctx, batchId)
  const { documents } = await listDocuments(ctx, { batchId })
  const item = await getOriginalItem(ctx, { batchId, documentId: documents[0]?.id as string })
  expect((await gather(item.pieces)).toString()).toBe(line)
})

test.each(['editor', 'manager'] as const)('a %s may neither deliver nor undo', async (role) => {
  const [admin, ctx] = await Promise.all([contextOf('admin'), contextOf(role)])
  const { batchId } = await createBatch(admin, { name: 'x', origin: 'upload' })
  const refused = { key: 'forbidden' }
  await expect(createBatch(ctx, { name: 'x', origin: 'upload' })).rejects.toMatchObject(refused)
  await expect(storeFile(ctx, { batchId, path: 'a' }, once(Buffer.from('x')))).rejects.toMatchObject(refused)
  await expect(startReading(ctx, { batchId })).rejects.toMatchObject(refused)
  await expect(undoBatch(ctx, { batchId })).rejects.toMatchObject(refused)
  await expect(restoreBatch(ctx, { batchId })).rejects.toMatchObject(refused)
})

test('of what others delivered an editor sees nothing, nor does a manager', async () => {
  const [admin, editor, manager] = await Promise.all([contextOf('admin'), contextOf('editor'), contextOf('manager')])
  const batchId = await deliver(admin, { 'a.txt': text('مدير الملعب') })
  const { id: fileId } = await admin.db.batchFile.findFirstOrThrow({ where: { batchId } })
  const refused = { key: 'forbidden' }
  await expect(listBatches(editor, {})).rejects.toMatchObject(refused)
  await expect(listDocuments(editor, { batchId })).rejects.toMatchObject(refused)
  await expect(retryDocuments(editor, { batchId })).rejects.toMatchObject(refused)
  await expect(getOriginalFile(editor, { batchId, fileId })).rejects.toMatchObject(refused)
  expect((await listBatches(manager, {})).batches).toEqual([])
  expect((await listDocuments(manager, { batchId })).documents).toEqual([])
  await expect(getOriginalFile(manager, { batchId, fileId })).rejects.toMatchObject({ key: 'notFound' })
})

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function gather(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}
