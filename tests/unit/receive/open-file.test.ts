import { expect, test } from 'vitest'
import { LIMITS } from '#lib/receive/limits.ts'
import { aZip } from '#tests/support/a-zip.ts'
import { in1256 } from '#tests/support/in-1256.ts'
import { opened, outline } from '#tests/unit/receive/opened.ts'

const RECORD = { title: 'خبر', text: 'نص الخبر كما وصل.' }
const problems = async (name: string, bytes: Buffer | string) =>
  (await opened(name, bytes)).map((item) => ('problem' in item ? item.problem : null))

test('a csv in windows-1256 that begins with a long stretch of ASCII is read in its own letters', async () => {
  const rows = Array.from({ length: 6000 }, (_, i) => `${i},Plain row ${i},Some English text of row ${i}\r\n`).join('')
  const items = await opened(
    'old.csv',
    in1256(`id,title,text\r\n${rows}7000,أخبار الميناء,رست السفينة في الميناء صباح اليوم.\r\n`),
  )
  expect(items).toHaveLength(6001)
  expect(items.at(-1)).toMatchObject({ stated: { title: 'أخبار الميناء', text: 'رست السفينة في الميناء صباح اليوم.' } })
})

test('a csv and json lines in UTF-16, as spreadsheets save them, are read', async () => {
  const csv = Buffer.from(`\uFEFFالعنوان\tالنص\r\nخبر\tنص الخبر هنا.\r\n`, 'utf16le')
  expect(await opened('excel.csv', csv)).toMatchObject([{ stated: { title: 'خبر', text: 'نص الخبر هنا.' } }])
})

test('a row keeps its own bytes, so that the original can be had again', async () => {
  const [, second] = await opened('a.csv', 'title,text\nأول,نص أول.\nثان,نص ثان.\n')
  expect(second && 'bytes' in second && Buffer.from(second.bytes).toString()).toBe('ثان,نص ثان.')
})

test('a hundred thousand stray quotes neither swallow rows nor take for ever', async () => {
  const rows = Array.from({ length: 100_000 }, (_, i) => `خبر ${i},"نص لم يغلق ${i}\n`).join('')
  const started = performance.now()
  const items = await opened('stray.csv', `title,text\n${rows}`)
  expect(performance.now() - started).toBeLessThan(15_000)
  expect(items[0]).toMatchObject({ problem: { key: 'csv-quotes', line: 2 } })
  // A thousand in a row are told one by one; the rest of such a file is told once.
  expect(items).toHaveLength(1001)
  expect(items.at(-1)).toMatchObject({ index: 1000, problem: { key: 'too-many', limit: 1000 } })
})

test('json a million levels deep is refused, not followed', async () => {
  const deep = `${'{"a":'.repeat(1_000_000)}1${'}'.repeat(1_000_000)}`
  expect(await problems('deep.json', `[${deep}]`)).toMatchObject([{ key: 'json-deep', limit: LIMITS.depth }])
  expect(await problems('deep.json', '['.repeat(1_000_000))).toMatchObject([{ key: 'json-syntax' }])
})

test('one endless line is refused with its size, and the next line is read', async () => {
  const limits = { ...LIMITS, document: 1 << 20 }
  const items = await opened('long.jsonl', `{"text": "${'ا'.repeat(3 << 20)}"}\n${JSON.stringify(RECORD)}\n`, limits)
  expect(items).toMatchObject([
    { line: 1, problem: { key: 'too-large' } },
    { line: 2, stated: RECORD },
  ])
})

test('values hold no NUL and no half letter: the database would refuse the row', async () => {
  const [item] = await opened('nul.json', '[{"title": "خبر\\u0000 مهم", "text": "نص \\ud83d مبتور"}]')
  expect(item).toMatchObject({ stated: { title: 'خبر مهم', text: 'نص \uFFFD مبتور' } })
})

test.each([
  ['report.pdf', '%PDF-1.7 …', { key: 'pdf-broken' }],
  ['style.css', 'body { color: red }', { key: 'unknown-format', format: 'CSS' }],
  ['empty.txt', '', { key: 'empty' }],
  ['noise.txt', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7) % 32)), { key: 'binary' }],
  ['page.xml', '<?xml version="1.0"?><note>لا خلاصة</note>', { key: 'feed-syntax', line: 1 }],
])('%s is refused with its reason', async (name, bytes, problem) => {
  expect(await problems(name, bytes)).toEqual([problem])
})

test('content outranks the name: a page saved as csv is a page, a zip without a name is a zip', async () => {
  expect(outline(await opened('export.csv', '<!doctype html><html><body><p>سجّل الدخول</p></body></html>'))).toEqual([
    'export.csv: text/html',
  ])
  expect(outline(await opened('download', aZip([{ name: 'a.txt', bytes: 'نص' }])))).toEqual([
    'download/a.txt: text/plain',
  ])
})

test('a zip gives its files by their own names, zips in it too, but not zips in those', async () => {
  const inner = aZip([
    { name: 'ب.json', bytes: JSON.stringify([RECORD]) },
    { name: 'deeper.zip', bytes: aZip([{ name: 'c.txt', bytes: 'نص' }]) },
  ])
  const zip = aZip([
    { name: 'دفعة/أ.txt', bytes: 'نص' },
    { name: 'دفعة/', bytes: '' },
    { name: '__MACOSX/._أ.txt', bytes: 'x' },
    { name: 'دفعة/داخل.zip', bytes: inner },
    { name: 'دفعة/أ.txt', bytes: 'نص آخر بالاسم نفسه' },
    { name: in1256('قديم.txt'), bytes: 'نص' },
    { name: 'photo.jpg', bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]) },
  ])
  expect(outline(await opened('monday.zip', zip))).toEqual([
    'monday.zip/دفعة/أ.txt: text/plain',
    'monday.zip/دفعة/داخل.zip/ب.json: خبر',
    'monday.zip/دفعة/داخل.zip/deeper.zip: zip-nested',
    'monday.zip/دفعة/أ.txt (2): text/plain',
    'monday.zip/قديم.txt: text/plain',
    'monday.zip/photo.jpg: unknown-format',
  ])
})

test('what is hostile in a zip is refused by name, and the rest goes through', async () => {
  const bomb = Buffer.alloc(64 << 20)
  const zip = aZip([
    { name: '../../etc/passwd', bytes: 'x' },
    { name: 'C:\\windows\\system.ini', bytes: 'x' },
    { name: 'bomb.txt', bytes: bomb },
    { name: 'declares-546-gb.txt', bytes: 'x', claims: 0xfffffffe },
    { name: 'locked.txt', bytes: 'سر', encrypted: true },
    { name: 'lies.txt', bytes: 'أطول مما يقول', claims: 3 },
    { name: 'turned\u202etxt.exe', bytes: 'نص' },
    { name: 'سليم.txt', bytes: 'نص سليم' },
  ])
  expect(outline(await opened('x.zip', zip))).toEqual([
    'x.zip/../../etc/passwd: zip-path',
    'x.zip/C:/windows/system.ini: zip-path',
    'x.zip/bomb.txt: zip-bomb',
    'x.zip/declares-546-gb.txt: zip-bomb',
    'x.zip/locked.txt: zip-encrypted',
    'x.zip/lies.txt: zip-broken',
    'x.zip/turned\uFFFDtxt.exe: text/plain',
    'x.zip/سليم.txt: text/plain',
  ])
})

test('entries that share their bytes are a bomb, however small each is', async () => {
  const noise = Buffer.from(Array.from({ length: 60_000 }, (_, i) => 97 + ((i * i * 31) % 26)))
  const zip = aZip([
    { name: 'kernel.txt', bytes: noise },
    ...Array.from({ length: 50 }, (_, i) => ({ name: `${i}.txt`, bytes: noise, sharesWith: 0 })),
  ])
  const items = await opened('overlap.zip', zip)
  expect(items.filter((item) => 'problem' in item && item.problem.key === 'zip-bomb').length).toBeGreaterThan(30)
})

test('a zip cut short is one broken file', async () => {
  const zip = aZip([{ name: 'a.txt', bytes: 'نص' }])
  expect(await problems('cut.zip', zip.subarray(0, zip.length - 10))).toEqual([{ key: 'zip-broken' }])
})

test('the limits of a delivery hold over all its zips together', async () => {
  const zip = aZip(Array.from({ length: 20 }, (_, i) => ({ name: `${i}.txt`, bytes: `نص ${i}` })))
  const items = await opened('many.zip', zip, { ...LIMITS, entries: 10 })
  expect(items).toHaveLength(11)
  expect(items.at(-1)).toMatchObject({ path: 'many.zip', problem: { key: 'zip-entries', limit: 10 } })
})

test('a file named .zip that is none is broken, not an article of its bytes', async () => {
  expect(await problems('monday.zip', 'PK not a zip at all')).toMatchObject([{ key: 'zip-broken' }])
})
