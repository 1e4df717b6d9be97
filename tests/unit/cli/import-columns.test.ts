import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { columnsFrom, columnsOfPaths } from '#lib/cli/import/columns-of-paths.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'mirqab-map-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (shown: string, content: string) => {
  const at = path.join(folder, shown)
  writeFileSync(at, content)
  return { at, shown }
}

test('what is said goes over what the names say', async () => {
  const files = [file('a.csv', 'title,text,lead,date\nأ,ب,ج,2026\n'), file('b.jsonl', '{"lead":"د","body":"هـ"}\n')]
  expect(await columnsOfPaths(files, columnsFrom(['text=lead', 'source=title']))).toEqual([
    { publishedAt: 'date', text: 'lead', source: 'title' },
    { text: 'lead' },
  ])
})

test.each([
  ['no equals sign', ['title'], 'FIELD=COLUMN, not "title"'],
  ['no column', ['title='], 'FIELD=COLUMN'],
  ['an unknown field', ['headline=a'], 'one of title, text, html, body, date, source, author, language, url, agency'],
  ['one field twice', ['text=a', 'text=b'], 'says twice which column is the text'],
])('--map with %s is refused in words', (_, options, words) => {
  expect(() => columnsFrom(options)).toThrow(words)
})

test('a column that is not there is refused, and those that are there are named', async () => {
  const files = [file('c.csv', 'العنوان,الفقرات\nأ,ب\n')]
  await expect(columnsOfPaths(files, { text: 'فقرات' })).rejects.toThrow(
    'there is no column "فقرات"; the columns are\n  c.csv: العنوان | الفقرات',
  )
})

test('files without tables have no columns to name', async () => {
  await expect(columnsOfPaths([file('a.txt', 'نص')], { text: 'a' })).rejects.toThrow('there are none in these files')
})
