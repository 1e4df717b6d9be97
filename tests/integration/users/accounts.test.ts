import '#tests/support/database.ts'
import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from '#lib/auth/password.ts'
import { undo } from '#lib/undo.ts'
import { AddUserInput, addUser } from '#lib/users/add-user.ts'
import { changeOwnPassword } from '#lib/users/change-own-password.ts'
import { changeRole } from '#lib/users/change-role.ts'
import { disableUser } from '#lib/users/disable-user.ts'
import { enableUser } from '#lib/users/enable-user.ts'
import { isLinkOpen } from '#lib/users/is-link-open.ts'
import { listUsers } from '#lib/users/list-users.ts'
import { resetPassword } from '#lib/users/reset-password.ts'
import { setPassword } from '#lib/users/set-password.ts'
import { aUser } from '#seeds/builders/a-user.ts'
import { contextOf, NOW, systemContext } from '#tests/support/context.ts'

const { db } = systemContext()
const find = (id: string) => db.user.findUniqueOrThrow({ where: { id } })
const kinds = async (subjectId: string) =>
  (await db.auditEvent.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })).map(({ kind }) => kind)

test('an admin adds an account; its owner sets a password once with the link, which is kept only as a hash', async () => {
  const admin = await contextOf('admin')
  const input = AddUserInput.parse({ email: ' Salma@Desk.Example ', name: 'سلمى', role: 'editor' })
  const { userId, token } = await addUser(admin, input)
  expect(await find(userId)).toMatchObject({ email: 'salma@desk.example', passwordHash: null, sessionVersion: 1 })
  const link = await db.passwordLink.findFirstOrThrow({ where: { userId } })
  expect(JSON.stringify(link)).not.toContain(token)
  expect(link.expiresAt.getTime() - NOW.getTime()).toBe(72 * 3600_000)

  expect(await isLinkOpen(systemContext(), token)).toBe(true)
  await setPassword(systemContext(), { token, password: 'قمر على وادي النيجر' })
  expect(await verifyPassword('قمر على وادي النيجر', (await find(userId)).passwordHash)).toBe(true)
  expect(await isLinkOpen(systemContext(), token)).toBe(false)
  await expect(setPassword(systemContext(), { token, password: 'another long password' })).rejects.toMatchObject({
    key: 'linkExpired',
  })
  expect(await kinds(userId)).toEqual(['user.added', 'user.password-set'])
})

test('one email address is one account', async () => {
  const admin = await contextOf('admin')
  await addUser(admin, { email: 'twice@desk.example', name: 'A', role: 'editor' })
  await expect(addUser(admin, { email: 'twice@desk.example', name: 'B', role: 'admin' })).rejects.toMatchObject({
    key: 'emailTaken',
  })
})

test('a short password, or the own address as a password, is refused and leaves the link usable', async () => {
  const email = 'long-address@desk.example'
  const { token } = await addUser(await contextOf('admin'), { email, name: 'A', role: 'editor' })
  for (const password of ['short', 'eleven char', email, 'Long-Address@Desk.example'])
    await expect(setPassword(systemContext(), { token, password })).rejects.toMatchObject({ key: 'weakPassword' })
  expect(await isLinkOpen(systemContext(), token)).toBe(true)
})

test('a link dies after 72 hours, with a newer link, and with its account', async () => {
  const admin = await contextOf('admin')
  const first = await addUser(admin, { email: 'links@desk.example', name: 'A', role: 'editor' })
  const later = { ...systemContext(), now: () => new Date(NOW.getTime() + 72 * 3600_000 + 1) }
  expect(await isLinkOpen(later, first.token)).toBe(false)
  const second = await resetPassword(admin, { userId: first.userId })
  expect(await isLinkOpen(systemContext(), first.token)).toBe(false)
  expect(await isLinkOpen(systemContext(), second.token)).toBe(true)
  await disableUser(admin, { userId: first.userId })
  await enableUser(admin, { userId: first.userId })
  expect(await isLinkOpen(systemContext(), second.token)).toBe(false)
})

test('a reset ends the old password and every session at once', async () => {
  const user = await aUser(systemContext(), { passwordHash: await hashPassword('the old password') })
  await resetPassword(await contextOf('admin'), { userId: user.id })
  expect(await find(user.id)).toMatchObject({ passwordHash: null, sessionVersion: user.sessionVersion + 1 })
})

test('a changed role ends the sessions, and undo gives the old role back', async () => {
  const admin = await contextOf('admin')
  const user = await aUser(systemContext(), { role: 'editor' })
  const { eventId } = await changeRole(admin, { userId: user.id, role: 'manager' })
  expect(await find(user.id)).toMatchObject({ role: 'manager', sessionVersion: 2 })
  expect(await changeRole(admin, { userId: user.id, role: 'manager' })).toEqual({})
  await undo(admin, { eventId: eventId as string })
  expect(await find(user.id)).toMatchObject({ role: 'editor', sessionVersion: 3 })
})

test('a disabled account is closed with its sessions; disabling twice is a conflict; undo opens it', async () => {
  const admin = await contextOf('admin')
  const user = await aUser(systemContext())
  const { eventId } = await disableUser(admin, { userId: user.id })
  expect(await find(user.id)).toMatchObject({ disabledAt: NOW, sessionVersion: 2 })
  await expect(disableUser(admin, { userId: user.id })).rejects.toMatchObject({ key: 'conflict' })
  await undo(admin, { eventId })
  expect(await find(user.id)).toMatchObject({ disabledAt: null, sessionVersion: 2 })
})

test('the last active admin can be neither disabled nor given another role, not even by two at once', async () => {
  const admin = await contextOf('admin')
  const other = await contextOf('admin')
  const { userId } = admin.actor
  await db.user.updateMany({
    where: { role: 'admin', id: { notIn: [userId, other.actor.userId] } },
    data: { disabledAt: NOW },
  })
  const outcomes = await Promise.allSettled([
    disableUser(admin, { userId: other.actor.userId }),
    changeRole(other, { userId, role: 'editor' }),
  ])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const [left] = await db.user.findMany({ where: { role: 'admin', disabledAt: null } })
  for (const attempt of [
    () => disableUser(systemContext(), { userId: left?.id as string }),
    () => changeRole(systemContext(), { userId: left?.id as string, role: 'manager' }),
  ])
    await expect(attempt()).rejects.toMatchObject({ key: 'lastAdmin' })
})

test('everybody may change their own password, knowing the old one; guesses are counted', async () => {
  const passwordHash = await hashPassword('the old password')
  const user = await aUser(systemContext(), { passwordHash })
  const { id, role, name, email } = user
  const own = { ...systemContext(), actor: { userId: id, role, name, email } }
  await expect(changeOwnPassword(own, { old: 'wrong', password: 'a new long password' })).rejects.toMatchObject({
    key: 'wrongPassword',
  })
  expect(await db.signInAttempt.count({ where: { key: `device:session:${own.actor.userId}` } })).toBe(1)
  await expect(changeOwnPassword(own, { old: 'the old password', password: 'short' })).rejects.toMatchObject({
    key: 'weakPassword',
  })
  await changeOwnPassword(own, { old: 'the old password', password: 'a new long password' })
  const after = await find(id)
  expect(after.sessionVersion).toBe(2)
  expect(await verifyPassword('a new long password', after.passwordHash)).toBe(true)
})

test.each(['editor', 'manager'] as const)('a %s may not look after accounts', async (role) => {
  const ctx = await contextOf(role)
  const { id: userId } = await aUser(systemContext())
  const refused = [
    () => listUsers(ctx, { locale: 'ar' }),
    () => addUser(ctx, { email: 'x@desk.example', name: 'X', role: 'admin' }),
    () => changeRole(ctx, { userId: ctx.actor.userId, role: 'admin' }),
    () => disableUser(ctx, { userId }),
    () => enableUser(ctx, { userId }),
    () => resetPassword(ctx, { userId }),
  ]
  for (const attempt of refused) await expect(attempt()).rejects.toMatchObject({ key: 'forbidden' })
  expect(await find(ctx.actor.userId)).toMatchObject({ role })
})

test('the list finds a name in any spelling and never carries a hash', async () => {
  const admin = await contextOf('admin')
  await aUser(systemContext(), { name: 'إيمان القاضي', passwordHash: 'secret-hash' })
  const { users, total } = await listUsers(admin, { q: 'ايمان القاضى', locale: 'ar' })
  expect([total, users.map(({ name, state }) => [name, state])]).toEqual([1, [['إيمان القاضي', 'active']]])
  expect(JSON.stringify(users)).not.toContain('secret-hash')
})
