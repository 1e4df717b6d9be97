import { expect, test } from 'vitest'
import { attachment } from '#lib/web/attachment.ts'
import { jsonBody } from '#lib/web/json-body.ts'

async function* nothing(): AsyncGenerator<Uint8Array> {}
const headersOf = (name: string) => attachment({ name, size: 0, pieces: nothing() }).headers

test.each([
  'a"; filename="x.html',
  'a\r\nSet-Cookie: s=1.html',
  'خبر.html',
  "it's (1)*.html",
  'lone \ud800 half.html',
  'gpj.\u202elmth',
])('a file called %j is saved, never opened, and adds no header', (name) => {
  const headers = headersOf(name)
  const disposition = headers.get('content-disposition') ?? ''
  expect(disposition).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.!~%-]+$/)
  expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe(name.toWellFormed())
  expect(headers.get('set-cookie')).toBeNull()
  expect(headers.get('content-type')).toBe('application/octet-stream')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

const post = (body: string) => new Request('http://desk.example', { method: 'POST', body })

test('a request says what to do in a few words: a long one is refused, a broken one says nothing', async () => {
  expect(await jsonBody(post('{"name":"صباح الاثنين"}'))).toEqual({ name: 'صباح الاثنين' })
  expect(await jsonBody(post('{"name":'))).toBeNull()
  await expect(jsonBody(post(JSON.stringify({ name: 'a'.repeat(70_000) })))).rejects.toMatchObject({ key: 'tooLarge' })
})
