// Before anything of lib: it names the database.
import '#tests/support/database.ts'

import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { batchReport } from '#lib/batches/batch-report.ts'
import { createBatch } from '#lib/batches/create-batch.ts'
import { listDocuments } from '#lib/batches/list-documents.ts'
import { retryDocuments } from '#lib/batches/retry-documents.ts'
import { storeFile } from '#lib/batches/store-file.ts'
import { getPreview, type PreviewedTables } from '#lib/columns/get-preview.ts'
import { readWithColumns } from '#lib/columns/read-with-columns.ts'
import { startOrShow } from '#lib/columns/start-or-show.ts'
import type { Context } from '#lib/db/context.ts'
import { aZip } from '#tests/support/a-zip.ts'
import { contextOf, systemContext } from '#tests/support/context.ts'
import { deliver, once, readAll } from '#tests/support/deliver.ts'

const text = (who: string) => `قال ${who} إن الأشغال تنطلق الأسبوع المقبل، وإن الميزانية المخصصة لها بلغت مليار دينار.`
/** Columns that nobody knows. */
const odd = (who: string, names = 'سطر,فقرات,يوم') => `${names}\nتصريح ${who},"${text(who)}",2026-11-12\n`

/** Files that were uploaded, and that nobody has started to read. */
async function dropped(ctx: Context, files: Record<string, Buffer | string>): Promise<string> {
  const { batchId } = await createBatch(ctx, { name: 'دفعة', origin: 'upload' })
  for (const [name, bytes] of Object.entries(files))
    await storeFile(ctx, { batchId, path: name }, once(Buffer.from(bytes as Buffer)))
  return batchId
}

/** What the form sends for a table: its columns as they are shown, with changes. */
const said = (table: PreviewedTables | undefined, columns: PreviewedTables['columns']) => {
  const { signatures, known, isRemembered } = table as PreviewedTables
  return { signatures, known, isRemembered, columns: { ...table?.columns, ...columns } }
}
const CHOSEN = { title: 'سطر', text: 'فقرات', publishedAt: 'يوم' }
const plain = { sourceId: null, remember: false }

async function articlesOf(ctx: Context, batchId: string) {
  const articles = await ctx.db.article.findMany({
    where: { batchId, withdrawnAt: null },
    select: { title: true, publishedAt: true, source: { select: { slug: true } } },
    orderBy: { title: 'asc' },
  })
  return articles.map(({ title, publishedAt, source }) => [
    title,
    publishedAt?.toISOString().slice(0, 10) ?? null,
    source?.slug ?? null,
  ])
}

test('a delivery with tables waits and shows them; one without is read at once', async () => {
  const ctx = await contextOf('admin')
  const plainBatch = await dropped(ctx, { 'a.txt': text('الوزير') })
  expect(await startOrShow(ctx, { batchId: plainBatch })).toEqual({ isShown: false })
  const zip = aZip([
    { name: 'page.html', bytes: '<p>نص</p>' },
    { name: 'table.csv', bytes: 'العنوان,النص\nخبر,نص.\n' },
  ])
  const batchId = await dropped(ctx, { 'monday.zip': zip, 'b.jsonl': '{"title":"أ","text":"ب"}\n' })
  expect(await startOrShow(ctx, { batchId })).toEqual({ isShown: true })
  expect((await batchReport(ctx, batchId)).state).toBe('receiving')
  const { tables } = await getPreview(ctx, { batchId })
  expect(tables.map(({ paths, columns }) => [paths, columns])).toEqual([
    [['b.jsonl'], { title: 'title', text: 'text' }],
    [['monday.zip/table.csv'], { title: 'العنوان', text: 'النص' }],
  ])
})

test('what was chosen is what is read; asked to start twice, it is read once', async () => {
  const ctx = await contextOf('admin')
  const source = await ctx.db.source.create({
    data: { slug: 'sahel', kind: 'newspaper', nameAr: 'صدى الساحل التجريبي' },
  })
  const batchId = await dropped(ctx, {
    'a.csv': odd('مدير الميناء'),
    'b.csv': 'title,text\nمعروف,نص معروف هنا كما وصل.\n',
  })
  const { tables } = await getPreview(ctx, { batchId })
  const input = {
    ...plain,
    batchId,
    sourceId: source.id,
    tables: tables.map((table) => said(table, table.names.includes('سطر') ? CHOSEN : {})),
  }
  expect(await readWithColumns(ctx, input)).toMatchObject({
    redirectTo: `/batches/${batchId}`,
    eventId: expect.anything(),
  })
  await expect(readWithColumns(ctx, input)).rejects.toThrow('conflict')
  await readAll(ctx, batchId)
  expect(await articlesOf(ctx, batchId)).toEqual([
    ['تصريح مدير الميناء', '2026-11-12', 'sahel'],
    ['معروف', null, 'sahel'],
  ])
})

test('an editor and a manager neither see nor choose', async () => {
  const admin = await contextOf('admin')
  const batchId = await dropped(admin, { 'a.csv': odd('الوالي') })
  for (const role of ['editor', 'manager'] as const) {
    const ctx = await contextOf(role)
    await expect(getPreview(ctx, { batchId })).rejects.toThrow('forbidden')
    await expect(startOrShow(ctx, { batchId })).rejects.toThrow('forbidden')
    await expect(readWithColumns(ctx, { ...plain, batchId, tables: [] })).rejects.toThrow('forbidden')
  }
  expect((await batchReport(admin, batchId)).state).toBe('receiving')
})

test('columns that were remembered are shown again, and are read by themselves wherever the file comes from', async () => {
  const ctx = await contextOf('admin')
  const names = 'رأس,جسم الكلام,يوم'
  const columns = { title: 'رأس', text: 'جسم الكلام', publishedAt: 'يوم' }
  const batchId = await dropped(ctx, { 'a.csv': odd('مدير المطار', names) })
  const before = await getPreview(ctx, { batchId })
  await readWithColumns(ctx, { ...plain, batchId, remember: true, tables: [said(before.tables[0], columns)] })

  const next = await dropped(ctx, { 'b.csv': odd('مدير الجمارك', names) })
  const { tables } = await getPreview(ctx, { batchId: next })
  expect(tables[0]).toMatchObject({ columns, isRemembered: true, known: {} })

  // As the API, the command line and the watched folder do: nobody looks.
  const inOtherOrderAndSpelling = `يوم,رَأس,جسم_الكلام\n2026-11-12,تصريح مدير الغابات,"${text('مدير الغابات')}"\n`
  const other = await deliver(ctx, { 'c.csv': inOtherOrderAndSpelling })
  await readAll(ctx, other)
  expect(await articlesOf(ctx, other)).toEqual([['تصريح مدير الغابات', '2026-11-12', null]])

  // Unticked, it is forgotten.
  await readWithColumns(ctx, { ...plain, batchId: next, tables: [said(tables[0], {})] })
  const last = await dropped(ctx, { 'd.csv': odd('مدير المسرح', names) })
  expect((await getPreview(ctx, { batchId: last })).tables[0]).toMatchObject({ columns: {}, isRemembered: false })
})

test('records of one export are remembered together, whatever each of them leaves out', async () => {
  const ctx = await contextOf('admin')
  const record = (who: string, more: object) => JSON.stringify({ h: `تصريح ${who}`, payload: text(who), ...more })
  const batchId = await dropped(ctx, {
    '1.json': record('الأمين', { day: '2026-11-12', who: 'هند' }),
    '2.json': record('الأمينة', { day: '2026-11-13' }),
  })
  const { tables } = await getPreview(ctx, { batchId })
  expect(tables).toMatchObject([{ count: 2, names: ['h', 'payload', 'day', 'who'], columns: {} }])
  const columns = { title: 'h', text: 'payload', publishedAt: 'day', author: 'who' }
  await readWithColumns(ctx, { ...plain, batchId, remember: true, tables: [said(tables[0], columns)] })
  await readAll(ctx, batchId)
  expect(await articlesOf(ctx, batchId)).toHaveLength(2)

  const next = await deliver(ctx, { '3.json': record('النائب', { day: '2026-11-14' }) })
  await readAll(ctx, next)
  expect(await articlesOf(ctx, next)).toEqual([['تصريح النائب', '2026-11-14', null]])
})

test('what was remembered for a source comes before what was remembered for any', async () => {
  const ctx = await contextOf('admin')
  const { id } = await ctx.db.source.create({ data: { slug: 'one', kind: 'agency', nameAr: 'وكالة أولى' } })
  const names = 'ا1,ا2,ا3'
  const remember = async (sourceId: string | null, columns: PreviewedTables['columns']) => {
    const batchId = await dropped(ctx, { 'a.csv': odd(`مسؤول ${sourceId}`, names) })
    const { tables } = await getPreview(ctx, { batchId })
    const table = said(tables[0], {})
    await readWithColumns(ctx, { batchId, sourceId, remember: true, tables: [{ ...table, columns }] })
  }
  await remember(id, { text: 'ا2', title: 'ا1' })
  await remember(null, { text: 'ا2' })
  const batchId = await dropped(ctx, { 'b.csv': odd('مسؤول', names) })
  expect((await getPreview(ctx, { batchId })).tables[0]?.columns).toEqual({ text: 'ا2' })
  await ctx.db.batchFile.updateMany({ where: { batchId }, data: { sourceId: id } })
  expect((await getPreview(ctx, { batchId })).tables[0]?.columns).toEqual({ text: 'ا2', title: 'ا1' })
})

test('a table whose columns were not known is read again with those that were chosen', async () => {
  const ctx = await contextOf('admin')
  const zip = aZip([
    { name: 'good.csv', bytes: `title,text\nسليم,"${text('الناطق')}"\n` },
    { name: 'odd.csv', bytes: odd('العميد', 'ق1,ق2,ق3') },
  ])
  const batchId = await deliver(ctx, { 'd.zip': zip })
  await readAll(ctx, batchId)
  const { documents } = await listDocuments(ctx, { batchId, state: 'unreadable' })
  expect(documents).toMatchObject([
    { path: 'd.zip/odd.csv', problem: { key: 'csv-columns' }, fileId: expect.anything() },
  ])
  const fileId = documents[0]?.fileId as string
  const { tables } = await getPreview(ctx, { batchId, fileId })
  await readWithColumns(ctx, {
    ...plain,
    batchId,
    fileId,
    tables: tables.map((table) => said(table, table.names.includes('ق1') ? { title: 'ق1', text: 'ق2' } : {})),
  })
  await readAll(ctx, batchId)
  expect(await batchReport(ctx, batchId)).toMatchObject({ state: 'done', read: 2, unreadable: 0 })
  expect((await articlesOf(ctx, batchId)).map(([title]) => title)).toEqual(['تصريح العميد', 'سليم'])
})

test('reading again what failed keeps the columns that were chosen', async () => {
  const ctx = await contextOf('admin')
  const batchId = await dropped(ctx, { 'a.csv': `${odd('الرئيس', 'ك1,ك2,ك3')}بلا نص,,\n` })
  const { tables } = await getPreview(ctx, { batchId })
  await readWithColumns(ctx, { ...plain, batchId, tables: [said(tables[0], { title: 'ك1', text: 'ك2' })] })
  await readAll(ctx, batchId)
  await retryDocuments(ctx, { batchId })
  await readAll(ctx, batchId)
  expect(await batchReport(ctx, batchId)).toMatchObject({
    read: 1,
    unreadable: 1,
    problems: [{ problem: { key: 'no-text' } }],
  })
})

test('a source that is gone and a batch that is undone are refused', async () => {
  const ctx = await contextOf('admin')
  const batchId = await dropped(ctx, { 'a.csv': odd('الحارس') })
  const sourceId = crypto.randomUUID()
  await expect(readWithColumns(ctx, { ...plain, batchId, sourceId, tables: [] })).rejects.toThrow('invalid')
  await ctx.db.batch.update({ where: { id: batchId }, data: { state: 'undone' } })
  await expect(readWithColumns(ctx, { ...plain, batchId, tables: [] })).rejects.toThrow('conflict')
})

const folder = mkdtempSync(path.join(os.tmpdir(), 'mirqab-columns-'))
afterAll(() => rmSync(folder, { recursive: true }))

const mirqab = (...args: string[]) =>
  new Promise<{ code: number; out: string; said: string }>((resolve) => {
    execFile(process.execPath, ['lib/cli/mirqab.ts', ...args], (error, out, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, out, said: stderr }),
    )
  })

test('mirqab import takes columns and a source, and leaves no batch behind where they are wrong', async () => {
  const ctx = systemContext()
  const { id } = await ctx.db.source.create({ data: { slug: 'shore', kind: 'newspaper', nameAr: 'جريدة الشاطئ' } })
  const file = path.join(folder, 'shore.csv')
  writeFileSync(file, odd('مدير المرسى', 'ش1,ش2,ش3'))
  const before = await ctx.db.batch.count()
  const wrong = await mirqab('import', file, '--map', 'text=ش2', '--source', 'no such source')
  expect(wrong).toMatchObject({ code: 2, said: expect.stringContaining('there is no source "no such source"') })
  expect(await ctx.db.batch.count()).toBe(before)

  const args = [
    '--map',
    'title=ش1',
    '--map',
    'text=ش2',
    '--map',
    'date=ش3',
    '--source',
    'جريدة الشاطئ',
    '--threads',
    '1',
  ]
  const right = await mirqab('import', file, ...args)
  expect(JSON.parse(right.out)).toMatchObject({ state: 'done', read: 1, unreadable: 0 })
  const [article] = await ctx.db.article.findMany({ where: { sourceId: id } })
  expect(article).toMatchObject({ title: 'تصريح مدير المرسى', publishedAt: new Date('2026-11-12T12:00:00Z') })
}, 60_000)
