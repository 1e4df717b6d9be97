// Before anything of lib: it names the database.
import '#tests/support/database.ts'

import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createToken } from '#lib/tokens/create-token.ts'
import { accepted, article, caller, refused, send, sendJson } from '#tests/integration/api/calls.ts'

test('the same key with the same body delivers once and is answered the same', async () => {
  const sent = { headers: { 'Idempotency-Key': '"8e03978e-40d5"' } }
  const first = await accepted(await sendJson(article('مدير المتحف'), sent))
  const again = await accepted(await sendJson(article('مدير المتحف'), sent))
  expect(again).toEqual(first)
  expect(await caller.admin.db.document.count({ where: { batchId: first.batchId } })).toBe(1)
  // The bare word is the same key.
  await refused(
    await sendJson(article('شخص آخر'), { headers: { 'Idempotency-Key': '8e03978e-40d5' } }),
    422,
    'key-reused',
  )
})

test('of twenty requests at once with one key, one delivers; the others get its answer or are told to wait', async () => {
  const sent = { headers: { 'Idempotency-Key': 'at-once' } }
  const responses = await Promise.all(Array.from({ length: 20 }, () => sendJson(article('مدير السد'), sent)))
  const statuses = new Set(responses.map(({ status }) => status))
  expect([...statuses].filter((status) => status !== 202 && status !== 409)).toEqual([])
  const { batchId } = await accepted(responses.find(({ status }) => status === 202) as Response)
  expect(await caller.admin.db.document.count({ where: { batchId } })).toBe(1)
})

test('a file without a name, sent again with its key in another second, is the same delivery', async () => {
  const page = {
    body: '<html><body><p>نص</p></body></html>',
    headers: { 'Content-Type': 'text/html', 'Idempotency-Key': 'page' },
  }
  const first = await accepted(await send(page))
  await setTimeout(1000)
  expect(await accepted(await send(page))).toEqual(first)
})

test('one token’s key is nothing to another token', async () => {
  const other = await createToken(caller.admin, { name: 'other', documentsPerMinute: 10 })
  const headers = { 'Idempotency-Key': 'shared' }
  const mine = await accepted(await sendJson(article('مدير الحديقة'), { headers }))
  const theirs = await accepted(await sendJson(article('مدير السوق'), { headers, token: other.secret }))
  expect(theirs.batchId).not.toBe(mine.batchId)
})

test('a key that was refused is free: nothing was taken under it', async () => {
  const headers = { 'Idempotency-Key': 'second try' }
  await refused(await sendJson({ title: 'بلا نص' }, { headers: { 'Idempotency-Key': '"second try"' } }), 422, 'invalid')
  await accepted(await sendJson(article('مدير الرياضة'), { headers: { 'Idempotency-Key': '"second try"' } }))
  await refused(await sendJson(article('مدير الرياضة'), { headers }), 400, 'key-form')
})
