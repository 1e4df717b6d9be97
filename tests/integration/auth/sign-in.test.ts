import { expect, test } from 'vitest'
import { hashPassword } from '#lib/auth/password.ts'
import { signIn } from '#lib/auth/sign-in.ts'
import { aUser } from '#seeds/builders/a-user.ts'
import { NOW, systemContext } from '#tests/support/context.ts'

const attempt = (email: string, password: string, address = 'direct', now = NOW) =>
  signIn(systemContext().db, { email, password, address }, now)

test('the right password signs in, whatever the case of the address', async () => {
  const user = await aUser(systemContext(), {
    email: 'salma@desk.example',
    passwordHash: await hashPassword('a long password'),
  })
  expect(await attempt('Salma@Desk.example ', 'a long password')).toMatchObject({ id: user.id })
})

test('a wrong password, an unknown account and a disabled one are refused alike', async () => {
  await aUser(systemContext(), { email: 'off@desk.example', passwordHash: await hashPassword('a long password') })
  await systemContext().db.user.update({ where: { email: 'off@desk.example' }, data: { disabledAt: NOW } })
  expect(await attempt('salma@desk.example', 'wrong')).toBeNull()
  expect(await attempt('nobody@desk.example', 'a long password')).toBeNull()
  expect(await attempt('off@desk.example', 'a long password')).toBeNull()
})

test('an account that failed eight times is closed for a quarter of an hour, right password or not', async () => {
  await aUser(systemContext(), { email: 'target@desk.example', passwordHash: await hashPassword('a long password') })
  for (let i = 0; i < 8; i++) expect(await attempt('target@desk.example', 'guess', `a${i}`)).toBeNull()
  await expect(attempt('target@desk.example', 'a long password', 'elsewhere')).rejects.toMatchObject({ key: 'tooMany' })
  const later = new Date(NOW.getTime() + 16 * 60_000)
  expect(await attempt('target@desk.example', 'a long password', 'elsewhere', later)).not.toBeNull()
})

test('an address that tries many accounts is slowed too', async () => {
  for (let i = 0; i < 40; i++) await attempt(`n${i}@desk.example`, 'guess', 'spray')
  await expect(attempt('n99@desk.example', 'guess', 'spray')).rejects.toMatchObject({ key: 'tooMany' })
})

test('of many guesses at the same moment no more are tried than one after the other', async () => {
  await aUser(systemContext(), { email: 'hurried@desk.example', passwordHash: await hashPassword('a long password') })
  const guesses = Array.from({ length: 30 }, () => attempt('hurried@desk.example', 'guess', 'many hands'))
  const tried = (await Promise.allSettled(guesses)).filter(({ status }) => status === 'fulfilled')
  expect(tried.length).toBeLessThanOrEqual(8)
})

test('a stranger who guesses does not close an account to its owner, nor the desk to those who share an address', async () => {
  await aUser(systemContext(), { email: 'owner@desk.example', passwordHash: await hashPassword('a long password') })
  for (let i = 0; i < 8; i++) await attempt('owner@desk.example', 'guess', 'shared')
  for (let i = 0; i < 32; i++) await attempt(`s${i}@desk.example`, 'guess', 'shared')
  const known = { email: 'owner@desk.example', address: 'shared', device: 'her own browser' }
  const { db } = systemContext()
  expect(await signIn(db, { ...known, password: 'a long password' }, NOW)).toMatchObject({ email: known.email })
  await expect(attempt('owner@desk.example', 'a long password', 'shared')).rejects.toMatchObject({ key: 'tooMany' })
})

test('a known browser may not guess for ever either', async () => {
  await aUser(systemContext(), { email: 'stolen@desk.example', passwordHash: await hashPassword('a long password') })
  const known = { email: 'stolen@desk.example', address: 'home', device: 'a stolen browser' }
  const { db } = systemContext()
  for (let i = 0; i < 8; i++) expect(await signIn(db, { ...known, password: 'guess' }, NOW)).toBeNull()
  await expect(signIn(db, { ...known, password: 'a long password' }, NOW)).rejects.toMatchObject({ key: 'tooMany' })
})
