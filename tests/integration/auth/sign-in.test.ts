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
