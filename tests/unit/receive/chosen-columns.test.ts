import { expect, test } from 'vitest'
import { type Columns, fittingColumns } from '#lib/receive/columns.ts'
import { fileInMemory } from '#lib/receive/delivered-file.ts'
import { LIMITS } from '#lib/receive/limits.ts'
import { openFile, type SaidOfFile } from '#lib/receive/open-file.ts'
import { aZip } from '#tests/support/a-zip.ts'

async function statedIn(name: string, content: Buffer | string, said: SaidOfFile) {
  const found: unknown[] = []
  const file = fileInMemory(name, Buffer.from(content as Buffer))
  for await (const item of openFile(file, '/nowhere', LIMITS, said))
    found.push('problem' in item ? item.problem.key : item.stated)
  return found
}
const chosen = (...choices: Columns[]): SaidOfFile => ({ columns: async (names) => fittingColumns(choices, names) })

test('a table is read by the columns that were chosen, and the others are ignored', async () => {
  const csv = 'أ,ب,title\nخبر,نص الخبر.,ليس العنوان\n'
  expect(await statedIn('a.csv', csv, {})).toEqual(['csv-columns'])
  expect(await statedIn('a.csv', csv, chosen({ title: 'أ', text: 'ب' }))).toEqual([{ title: 'خبر', text: 'نص الخبر.' }])
})

test('columns without a name, or with the same one, are told apart', async () => {
  const csv = ',x,x\nخبر,أول,ثان\n'
  expect(await statedIn('a.csv', csv, chosen({ title: '#1', text: 'x (2)' }))).toEqual([{ title: 'خبر', text: 'ثان' }])
})

test('records are read by the keys that were chosen, one level down too; one without them is known by its own', async () => {
  const lines = [
    { meta: { head: 'خبر', when: 1_794_470_400 }, parts: { main_part: 'نص الخبر.', note: 'لا' } },
    { meta: { head: 'آخر' }, parts: { main_part: 'نص آخر.' } },
    { title: 'ثالث', text: 'نص ثالث.' },
  ]
  const said = chosen({ title: 'meta.head', publishedAt: 'meta.when', text: 'parts.main_part' })
  expect(await statedIn('a.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'), said)).toEqual([
    { title: 'خبر', text: 'نص الخبر.', publishedAt: '2026-11-12T08:00:00.000Z' },
    { title: 'آخر', text: 'نص آخر.' },
    { title: 'ثالث', text: 'نص ثالث.' },
  ])
  expect(await statedIn('a.json', JSON.stringify(lines.slice(0, 2)), said)).toHaveLength(2)
})

test('in an archive each table is read by what was chosen for its kind', async () => {
  const zip = aZip([
    { name: 'one.csv', bytes: 'a,b\nخبر,نص أول.\n' },
    { name: 'two.csv', bytes: 'b,c\nخبر آخر,نص ثان.\n' },
    { name: 'known.csv', bytes: 'title,text\nمعروف,نص معروف.\n' },
  ])
  expect(await statedIn('a.zip', zip, chosen({ title: 'a', text: 'b' }, { title: 'b', text: 'c' }))).toEqual([
    { title: 'خبر', text: 'نص أول.' },
    { title: 'خبر آخر', text: 'نص ثان.' },
    { title: 'معروف', text: 'نص معروف.' },
  ])
})

test('a choice whose text is not there is none', () => {
  expect(fittingColumns([{ title: 'a', text: 'b' }], ['a', 'c'])).toBeUndefined()
  expect(fittingColumns([{ title: 'a' }], ['a'])).toBeUndefined()
})

test('whose articles these are is said only of those that do not say so themselves', async () => {
  const csv = 'title,text,source\nخبر,نص.,\nآخر,نص آخر.,بريد الشرق\n'
  const stated = await statedIn('a.csv', csv, { source: 'صدى الساحل' })
  expect(stated).toMatchObject([{ source: 'صدى الساحل' }, { source: 'بريد الشرق' }])
  expect(await statedIn('a.txt', 'نص وحده.', { source: 'صدى الساحل' })).toEqual([{ source: 'صدى الساحل' }])
})
