// Before anything of lib: it names the database.
import '#tests/support/database.ts'

import { expect, test } from 'vitest'
import { deliver } from '#lib/api/deliver.ts'
import { ONE_DOCUMENT, TWO_DOCUMENTS } from '#lib/api/examples.ts'
import { createToken } from '#lib/tokens/create-token.ts'
import { findToken } from '#lib/tokens/find-token.ts'
import { revokeToken } from '#lib/tokens/revoke-token.ts'
import { undo } from '#lib/undo.ts'
import { accepted, article, ask, caller, callWith, refused, sendJson } from '#tests/integration/api/calls.ts'
import { NOW } from '#tests/support/context.ts'

test('a minute’s allowance holds among requests side by side, and what is refused costs nothing', async () => {
  await callWith(5)
  const ctx = { ...caller.admin, now: () => NOW }
  const token = await findToken(caller.admin.db, caller.secret, NOW)
  if (!token) throw new Error('the token is gone')
  const one = (i: number) =>
    deliver(ctx, token, { path: 'x.json', bytes: Buffer.from(String(i)), documents: [article(`مدير ${i}`)] }, null)
  const outcomes = await Promise.allSettled(Array.from({ length: 9 }, (_, i) => one(i)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { key: 'too-fast', headers: { 'Retry-After': '60', RateLimit: '"documents";r=0;t=60' } },
  })
  const later = await deliver(
    { ...caller.admin, now: () => new Date(NOW.getTime() + 61_000) },
    token,
    { path: 'x.json', bytes: Buffer.from('later'), documents: [article('أول'), article('ثان')] },
    null,
  )
  expect(later.headers).toEqual({ 'RateLimit-Policy': '"documents";q=5;w=60', RateLimit: '"documents";r=3;t=59' })
})

test('a used-up minute is answered with the seconds to wait; more than a minute’s worth at once never passes', async () => {
  await callWith(2)
  await refused(await sendJson({ documents: [article('أ'), article('ب'), article('ج')] }), 422, 'too-many-documents')
  const minute = Math.floor(Date.now() / 60_000) * 60_000
  // This minute and the next, whichever the request falls into.
  for (const at of [minute, minute + 60_000])
    await caller.admin.db.apiUse.create({ data: { tokenId: caller.tokenId, minute: new Date(at), documents: 2 } })
  const response = await sendJson(article('أ'))
  await refused(response, 429, 'too-fast')
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(response.headers.get('ratelimit-policy')).toBe('"documents";q=2;w=60')
})

test('without a token, with a wrong one, a revoked one or one of a closed account there is no entry', async () => {
  const response = await sendJson(ONE_DOCUMENT, { token: '' })
  await refused(response, 401, 'no-token')
  expect(response.headers.get('www-authenticate')).toBe('Bearer realm="Mirqab"')
  await refused(await sendJson(ONE_DOCUMENT, { token: `${caller.secret}x` }), 401, 'no-token')
  const { eventId } = await revokeToken(caller.admin, { tokenId: caller.tokenId })
  await refused(await sendJson(ONE_DOCUMENT), 401, 'no-token')
  await undo(caller.admin, { eventId })
  const { status } = await accepted(await sendJson(TWO_DOCUMENTS))
  await caller.admin.db.user.update({ where: { id: caller.admin.actor.userId }, data: { disabledAt: NOW } })
  await refused(await sendJson(ONE_DOCUMENT), 401, 'no-token')
  // Demoted, he may no longer deliver or look either.
  await caller.admin.db.user.update({
    where: { id: caller.admin.actor.userId },
    data: { disabledAt: null, role: 'editor' },
  })
  await refused(await sendJson(ONE_DOCUMENT), 403, 'not-allowed')
  await refused(await ask(status), 403, 'not-allowed')
  await caller.admin.db.user.update({ where: { id: caller.admin.actor.userId }, data: { role: 'admin' } })
})

test('a session’s cookie opens nothing here', async () => {
  await refused(
    await sendJson(ONE_DOCUMENT, { token: '', headers: { Cookie: 'next-auth.session-token=x' } }),
    401,
    'no-token',
  )
})

test('what one token delivered is not found with another', async () => {
  const { status, documents } = await accepted(await sendJson(article('مدير الأرصاد')))
  const other = await createToken(caller.admin, { name: 'other', documentsPerMinute: 10 })
  await refused(await ask(status, other.secret), 404, 'not-found')
  await refused(await ask(documents[0]?.status ?? '', other.secret), 404, 'not-found')
  await refused(await ask('/api/v1/documents/1'), 404, 'not-found')
})
