import '#tests/support/database.ts'
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { systemContext } from '#tests/support/context.ts'
import { databaseUrl } from '#tests/support/database.ts'

const ROOT = path.resolve(import.meta.dirname, '../../..')

/** The command as a person calls it, on this file's database. */
function mirqab(args: string[], env: Record<string, string> = {}) {
  const run = spawnSync(process.execPath, ['lib/cli/mirqab.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'test',
      DATABASE_URL: databaseUrl,
      NEXTAUTH_SECRET: 'x'.repeat(32),
      ...env,
    },
  })
  return { code: run.status, out: run.stdout, error: run.stderr }
}

test('the first admin comes from the command line, with a link; the doctor knows before and after', async () => {
  const before = mirqab(['doctor'])
  expect(before.code).toBe(1)
  expect(before.out).toMatch(/wrong +admin +nobody is an active admin\n.*mirqab user add/)
  expect(before.out).toMatch(/ok +migrations/)
  expect(before.out).toMatch(/ok +queue/)
  expect(before.out).toMatch(/wrong +worker +0 running/)

  const added = mirqab(['user', 'add', '--email', 'Salma@Desk.Example', '--name', 'سلمى', '--role', 'admin'], {
    NEXTAUTH_URL: 'https://desk.example',
  })
  expect(added.code).toBe(0)
  expect(added.out).toMatch(/^https:\/\/desk\.example\/welcome\?token=[0-9a-f]{64}$/m)
  const { db } = systemContext()
  expect(await db.user.findUnique({ where: { email: 'salma@desk.example' } })).toMatchObject({ role: 'admin' })
  expect(await db.auditEvent.findFirst({ where: { kind: 'user.added' } })).toMatchObject({ actorId: null })

  expect(mirqab(['user', 'list']).out).toBe('salma@desk.example\tadmin\tno password yet\tسلمى\n')
  expect(mirqab(['user', 'reset', 'salma@desk.example']).out).toContain('http://localhost:3000/welcome?token=')
  expect(mirqab(['doctor']).out).toMatch(/wrong +admin +no admin has set a password yet/)
})

test('a refusal is one plain sentence and exit code 1; a wrong call names what is missing and exits with 2', () => {
  const twice = ['user', 'add', '--email', 'twice@desk.example', '--name', 'A', '--role', 'admin']
  expect(mirqab(twice).code).toBe(0)
  expect(mirqab(twice)).toMatchObject({ code: 1, error: 'mirqab: There is an account with this email address.\n' })
  expect(mirqab(['user', 'disable', 'nobody@desk.example'])).toMatchObject({ code: 1 })
  const wrong = mirqab(['user', 'add', '--email', 'a@desk.example', '--name', 'A', '--role', 'king'])
  expect(wrong.code).toBe(2)
  expect(wrong.error).toContain('missing or not valid: --role')
  expect(mirqab(['user', 'promote']).code).toBe(2)
})

test('an account is disabled and enabled by its address, whatever its case', () => {
  mirqab(['user', 'add', '--email', 'case@desk.example', '--name', 'A', '--role', 'editor'])
  expect(mirqab(['user', 'disable', 'Case@Desk.example']).code).toBe(0)
  expect(mirqab(['user', 'list']).out).toContain('case@desk.example\teditor\tdisabled')
  expect(mirqab(['user', 'enable', 'case@desk.example']).code).toBe(0)
})

test('the doctor says that the database is away, and what to check, instead of failing itself', () => {
  const away = mirqab(['doctor'], { DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/none', NEXTAUTH_SECRET: '' })
  expect(away.code).toBe(1)
  expect(away.out).toMatch(/wrong +database +cannot be reached: .*ECONNREFUSED.*\n.*check DATABASE_URL/)
  expect(away.out).toMatch(/wrong +secret +NEXTAUTH_SECRET is not set/)
})
