import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type Answer, answerOf, nameOf } from '#lib/core/answer.ts'
import { fileInMemory } from '#lib/receive/delivered-file.ts'
import type { Item, ReceivedDocument } from '#lib/receive/item.ts'
import { openFile } from '#lib/receive/open-file.ts'
import { in1256 } from '#tests/support/in-1256.ts'

const ADDRESS = 'https://news.example/view.php?id=1'

test.each([
  ['text/html; charset=windows-1256', { mediaType: 'text/html', charset: 'windows-1256' }],
  ['Text/HTML;Charset="UTF-8"', { mediaType: 'text/html', charset: 'UTF-8' }],
  [' application/rss+xml ', { mediaType: 'application/rss+xml' }],
  ['', { mediaType: '' }],
])('a server that says «%s» is understood', (type, said) => {
  expect(answerOf({ address: ADDRESS, headers: { 'content-type': type } })).toEqual({ address: ADDRESS, ...said })
})

test.each([
  [ADDRESS, 'text/html', 'view.php.html'],
  ['https://news.example/', 'text/html', 'news.example.html'],
  [`https://news.example/${encodeURI('أخبار')}/`, 'application/xhtml+xml', 'أخبار.html'],
  ['https://news.example/feed', 'application/rss+xml', 'feed.rss'],
  ['https://news.example/a.HTML', 'text/html', 'a.HTML'],
  ['https://news.example/table.csv', 'text/plain', 'table.csv'],
  ['https://news.example/notes', 'text/plain', 'notes.txt'],
  ['https://news.example/report.pdf', 'application/octet-stream', 'report.pdf'],
  ['https://news.example/a%2Fb', 'text/html', 'a_b.html'],
  ['https://news.example/%ff', 'text/html', '%ff.html'],
])('what %s gives as %s is called %s', (address, mediaType, name) => {
  expect(nameOf({ address, mediaType })).toBe(name)
})

async function openedAs(answer: Omit<Answer, 'address'>, bytes: Buffer | string): Promise<Item[]> {
  const file = fileInMemory(ADDRESS, Buffer.from(bytes), { address: ADDRESS, ...answer })
  const items: Item[] = []
  for await (const item of openFile(file, '/nowhere')) items.push(item)
  return items
}

test('a page knows its address and its charset, whatever its path ends with', async () => {
  const [page] = await openedAs(
    { mediaType: 'text/html', charset: 'windows-1256' },
    in1256('<p>رست السفينة في الميناء</p>'),
  )
  expect(page).toMatchObject({
    path: ADDRESS,
    mediaType: 'text/html',
    charset: 'windows-1256',
    stated: { address: ADDRESS },
  })
})

test('the charset a server says reaches tables and records too', async () => {
  const csv = in1256(`title,text\r\n${'خبر الميناء'},${'رست السفينة'}\r\n`)
  const [row] = await openedAs({ mediaType: 'text/csv', charset: 'windows-1256' }, csv)
  expect((row as ReceivedDocument).stated).toEqual({ title: 'خبر الميناء', text: 'رست السفينة' })
})

test('what is in a file of several is not at the address of the whole', async () => {
  const records = await openedAs({ mediaType: 'application/json' }, '[{"title":"خبر","text":"نص الخبر"}]')
  const packed = await openedAs({ mediaType: 'application/gzip' }, gzipSync('نص طويل في ملف مضغوط'))
  for (const item of [...records, ...packed]) expect((item as ReceivedDocument).stated?.address).toBeUndefined()
})
