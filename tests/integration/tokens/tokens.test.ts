// Before anything of lib: it names the database.
import '#tests/support/database.ts'

import { expect, test } from 'vitest'
import { AppError } from '#lib/core/errors.ts'
import { findAnswer, keepAnswer } from '#lib/tokens/answered-request.ts'
import { createToken } from '#lib/tokens/create-token.ts'
import { findToken } from '#lib/tokens/find-token.ts'
import { listTokens } from '#lib/tokens/list-tokens.ts'
import { revokeToken } from '#lib/tokens/revoke-token.ts'
import { undo } from '#lib/undo.ts'
import { contextOf, NOW, systemContext } from '#tests/support/context.ts'

const later = (ms: number) => new Date(NOW.getTime() + ms)

test('a token is 256 random bits, and the database cannot give it back', async () => {
  const ctx = await contextOf('admin')
  const { secret, tokenId } = await createToken(ctx, { name: 'الجامع', documentsPerMinute: 60 })
  expect(secret).toMatch(/^mq_[\w-]{43}$/)
  const kept = await ctx.db.apiToken.findUniqueOrThrow({ where: { id: tokenId } })
  expect(JSON.stringify(kept)).not.toContain(secret.slice(3))
  expect(kept.hint).toBe(secret.slice(-4))
  const events = await ctx.db.auditEvent.findMany({ where: { subjectId: tokenId } })
  expect(JSON.stringify(events)).not.toContain(secret.slice(3, 20))
})

test('the list tells tokens apart, who made them, when they were last used, and which work', async () => {
  const ctx = await contextOf('admin')
  const { secret, tokenId } = await createToken(ctx, { name: 'أول', documentsPerMinute: 60 })
  const second = await createToken(ctx, { name: 'ثان', documentsPerMinute: 5 })
  await findToken(ctx.db, secret, later(1000))
  await revokeToken(ctx, { tokenId: second.tokenId })
  const { tokens } = await listTokens(ctx, {})
  expect(tokens.find(({ id }) => id === tokenId)).toMatchObject({
    name: 'أول',
    hint: secret.slice(-4),
    createdBy: ctx.actor.name,
    lastUsedAt: later(1000),
    state: 'active',
  })
  expect(tokens.find(({ id }) => id === second.tokenId)).toMatchObject({ state: 'revoked', lastUsedAt: null })
  await ctx.db.user.update({ where: { id: ctx.actor.userId }, data: { role: 'manager' } })
  const other = await contextOf('admin')
  expect((await listTokens(other, {})).tokens.find(({ id }) => id === tokenId)?.state).toBe('refused')
})

test('a busy token is written to once a minute', async () => {
  const ctx = await contextOf('admin')
  const { secret, tokenId } = await createToken(ctx, { name: 'busy', documentsPerMinute: 60 })
  const lastUse = async () => (await ctx.db.apiToken.findUniqueOrThrow({ where: { id: tokenId } })).lastUsedAt
  await findToken(ctx.db, secret, NOW)
  await findToken(ctx.db, secret, later(59_000))
  expect(await lastUse()).toEqual(NOW)
  await findToken(ctx.db, secret, later(61_000))
  expect(await lastUse()).toEqual(later(61_000))
})

test('a revoked token is refused at once, revoking twice is a conflict, and it can be taken back', async () => {
  const ctx = await contextOf('admin')
  const { secret, tokenId } = await createToken(ctx, { name: 'x', documentsPerMinute: 60 })
  const { eventId } = await revokeToken(ctx, { tokenId })
  expect(await findToken(ctx.db, secret, NOW)).toBeNull()
  await expect(revokeToken(ctx, { tokenId })).rejects.toMatchObject({ key: 'conflict' })
  await undo(ctx, { eventId })
  expect(await findToken(ctx.db, secret, NOW)).toMatchObject({ tokenId, actor: { userId: ctx.actor.userId } })
})

test.each(['editor', 'manager'] as const)('a %s may neither make nor revoke nor see tokens', async (role) => {
  const [admin, ctx] = await Promise.all([contextOf('admin'), contextOf(role)])
  const { tokenId } = await createToken(admin, { name: 'x', documentsPerMinute: 60 })
  const refused = { key: 'forbidden' }
  await expect(createToken(ctx, { name: 'x', documentsPerMinute: 60 })).rejects.toMatchObject(refused)
  await expect(revokeToken(ctx, { tokenId })).rejects.toMatchObject(refused)
  await expect(listTokens(ctx, {})).rejects.toMatchObject(refused)
})

test('nobody in particular makes no token: somebody answers for each', async () => {
  await expect(createToken(systemContext(), { name: 'x', documentsPerMinute: 1 })).rejects.toBeInstanceOf(AppError)
})

test('an answer is kept for two days, and gone when the token asks after that', async () => {
  const ctx = await contextOf('admin')
  const { tokenId } = await createToken(ctx, { name: 'x', documentsPerMinute: 60 })
  const request = (key: string) => ({ tokenId, key, bodyHash: new Uint8Array([1]) })
  const at = (ms: number) => ({ ...ctx, now: () => later(ms) })
  const [day, twoDays] = [24 * 3600_000, 48 * 3600_000]
  await keepAnswer(ctx, request('old'), { status: 202, response: { n: 1 } })
  expect(await findAnswer(at(day), request('old'))).toEqual({ status: 202, response: { n: 1 } })
  expect(await findAnswer(at(twoDays + 1), request('old'))).toBeNull()
  await keepAnswer(at(twoDays + 1), request('new'), { status: 202, response: {} })
  expect((await ctx.db.apiRequest.findMany({ where: { tokenId } })).map(({ key }) => key)).toEqual(['new'])
})
