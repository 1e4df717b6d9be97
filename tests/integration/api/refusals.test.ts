// Before anything of lib: it names the database.
import '#tests/support/database.ts'

import { expect, test } from 'vitest'
import { POST } from '#app/api/v1/documents/route.ts'
import { DocumentStatus } from '#lib/api/schemas.ts'
import {
  ADDRESS,
  accepted,
  article,
  ask,
  caller,
  refused,
  type Sent,
  send,
  sendJson,
} from '#tests/integration/api/calls.ts'
import { systemContext } from '#tests/support/context.ts'
import { readAll } from '#tests/support/deliver.ts'

test('what is wrong is told with its place, and nothing of the body is taken', async () => {
  const before = await caller.admin.db.document.count()
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
  expect(await caller.admin.db.document.count()).toBe(before)
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
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${caller.secret}` }
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
