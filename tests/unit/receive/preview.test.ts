import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { truncate } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { type DeliveredFile, fileInMemory, fileOnDisk } from '#lib/receive/delivered-file.ts'
import { type AlikeTables, addSample } from '#lib/receive/preview/alike.ts'
import { filesWithin } from '#lib/receive/preview/files-within.ts'
import { type TableSample, tableSample } from '#lib/receive/preview/table-sample.ts'
import { aZip } from '#tests/support/a-zip.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'mirqab-preview-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function tablesIn(file: DeliveredFile): Promise<TableSample[]> {
  const tables: TableSample[] = []
  for await (const inside of filesWithin(file)) {
    const table = await tableSample(inside)
    if (table) tables.push(table)
  }
  return tables
}
const inMemory = (name: string, content: Buffer | string) =>
  tablesIn(fileInMemory(name, Buffer.from(content as Buffer)))

test('a table is shown by its names, its first five rows, and what its names say', async () => {
  const rows = Array.from({ length: 9 }, (_, i) => `خبر ${i},"نص، فيه فاصلة,\nوسطر",${i}`).join('\n')
  const [table] = await inMemory('a.csv', `العنوان,النص,عدد\n${rows}\n`)
  expect(table).toMatchObject({ names: ['العنوان', 'النص', 'عدد'], known: { title: 'العنوان', text: 'النص' } })
  expect(table?.rows).toHaveLength(5)
  expect(table?.rows[1]).toEqual(['خبر 1', 'نص، فيه فاصلة, وسطر', '1'])
})

const IO = '/proc/self/io'
const bytesRead = (): number => Number(/rchar: (\d+)/.exec(readFileSync(IO, 'utf8'))?.[1])

test.skipIf(!existsSync(IO))(
  'of a gigabyte only the beginning is read (needs Linux, which counts what a process reads)',
  async () => {
    const at = path.join(folder, 'large.csv')
    writeFileSync(at, `العنوان,النص\n${'خبر,نص الخبر.\n'.repeat(60_000)}`)
    // The rest is a hole: it takes no room and is read as zeros.
    await truncate(at, 2 ** 30)
    const before = bytesRead()
    const [table] = await tablesIn(await fileOnDisk('large.csv', at))
    expect(bytesRead() - before).toBeLessThan(4 << 20)
    expect(table).toMatchObject({ names: ['العنوان', 'النص'], known: { title: 'العنوان', text: 'النص' } })
    expect(table?.rows).toHaveLength(5)
  },
)

test('a row that the end of the beginning cuts in two is not shown', async () => {
  const whole = Buffer.from('title,text\nأول,نص أول.\nثان,نص ثا')
  const [table] = await tablesIn({ path: 'a.csv', size: 5e6, at: whole })
  expect(table?.rows).toEqual([['أول', 'نص أول.']])
})

test('quotes that never close do not hide the rows before and after them', async () => {
  const [table] = await inMemory('a.csv', 'title,text\nأول,نص.\nثان,"نص بلا نهاية\nثالث,نص ثالث.\n')
  expect(table?.names).toEqual(['title', 'text'])
  expect(table?.rows[0]).toEqual(['أول', 'نص.'])
  expect(table?.rows.at(-1)).toEqual(['ثالث', 'نص ثالث.'])
})

test('names are shown without signs that turn their direction, and a thousand letters of one are not shown', async () => {
  const [table] = await inMemory('a.csv', `\u202eالعنوان\u2066,${'ط'.repeat(1000)},النص\nأ,ب,ج\n`)
  expect(table?.names).toEqual(['العنوان', 'ط'.repeat(100), 'النص'])
  expect(table?.known).toEqual({ title: 'العنوان', text: 'النص' })
})

test('the keys of records are shown with those one level down; a value in a wrapping is one', async () => {
  const record = { title: { rendered: 'خبر' }, data: { body: 'نص.', count: 3 }, tags: ['أ', 'ب'], none: null }
  const [table] = await inMemory('a.json', JSON.stringify([record, { extra: 'x' }]))
  expect(table).toMatchObject({
    kind: 'records',
    names: ['title', 'data.body', 'data.count', 'tags', 'none', 'extra'],
    rows: [
      ['خبر', 'نص.', '3', 'أ ب', '', ''],
      ['', '', '', '', '', 'x'],
    ],
    known: { title: 'title', body: 'data.body' },
  })
})

test('a list that is wrapped up is looked for beyond the first megabyte', async () => {
  const docs = Array.from({ length: 3000 }, (_, i) => ({ title: `خبر ${i}`, text: 'نص الخبر. '.repeat(40) }))
  const [table] = await inMemory('answer.json', JSON.stringify({ response: { docs } }))
  expect(table).toMatchObject({ names: ['title', 'text'], known: { title: 'title', text: 'text' } })
})

test('tables in a zip and in a gzip are shown, pages and broken entries are not', async () => {
  const zip = aZip([
    { name: 'page.html', bytes: '<p>نص</p>' },
    { name: 'أخبار.csv', bytes: 'العنوان,النص\nخبر,نص.\n' },
    { name: 'locked.csv', bytes: 'title,text\n', encrypted: true },
    { name: 'lines.jsonl', bytes: '{"title":"a","text":"b"}\n{"title":"c","text":"d"}\n' },
  ])
  expect((await inMemory('d.zip', zip)).map((table) => table.path)).toEqual(['d.zip/أخبار.csv', 'd.zip/lines.jsonl'])
  expect(await inMemory('d.csv.gz', gzipSync('title,text\nخبر,نص.\n'))).toMatchObject([{ path: 'd.csv' }])
  expect(await inMemory('broken.zip', zip.subarray(0, 60))).toEqual([])
  expect(await inMemory('broken.csv.gz', gzipSync('title,text\n').subarray(0, 8))).toEqual([])
})

test('a gzip that swells without end is unpacked as far as a glance goes', async () => {
  const bomb = gzipSync(Buffer.concat([Buffer.from('title,text\nخبر,نص.\n'), Buffer.alloc(64 << 20, 'a,b\n')]))
  const [table] = await inMemory('bomb.csv.gz', bomb)
  expect(table?.rows[0]).toEqual(['خبر', 'نص.'])
})

test.each([
  ['a text', 'a.txt', 'مجرد نص.'],
  ['a page', 'a.html', '<p>نص</p>'],
  ['an empty table', 'a.csv', '\n\n'],
  ['broken json', 'a.json', '{"title": "بلا نهاية", '],
  ['json a million levels deep', 'deep.json', '['.repeat(1e6)],
  [
    "an agency's item, whose keys mean what its standard says",
    'n.json',
    '{"uri":"tag:a","headline":"خبر","body_text":"نص."}',
  ],
])('%s is no table', async (_, name, content) => {
  expect(await inMemory(name, content)).toEqual([])
})

test('records that leave out what is empty are shown together, tables with other columns are not', async () => {
  const kinds: AlikeTables[] = []
  const add = async (name: string, content: string) => {
    for (const table of await inMemory(name, content)) addSample(kinds, table)
  }
  await add('1.json', '{"title":"أ","text":"ب","url":"u"}')
  await add('2.json', '{"title":"ج","text":"د","author":"هـ"}')
  await add('3.csv', 'title,text\nو,ز\n')
  await add('4.csv', 'title,text,date\nح,ط,2026\n')
  expect(kinds.map(({ kind, count, names }) => [kind, count, names])).toEqual([
    ['records', 2, ['title', 'text', 'url', 'author']],
    ['table', 1, ['title', 'text']],
    ['table', 1, ['title', 'text', 'date']],
  ])
  expect(kinds[0]?.rows).toEqual([
    ['أ', 'ب', 'u', ''],
    ['ج', 'د', '', 'هـ'],
  ])
})
