import { expect, test } from 'vitest'
import { isDatabaseGone } from '#lib/db/is-database-gone.ts'

/** As Prisma words what its adapter told it. */
const raw = (code: string, message: string) =>
  `\nInvalid \`prisma.$queryRaw()\` invocation:\n\n\nRaw query failed. Code: \`${code}\`. Message: \`${message}\``

test.each([
  ['an administrator ended it', Object.assign(new Error('terminating connection'), { code: '57P01' })],
  ['nobody listens', Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' })],
  ['it broke off', new Error('Connection terminated unexpectedly')],
  ['a query comes after the end', new Error('Client was closed and is not queryable')],
  ['Prisma cannot reach it', new Error(raw('N/A', "Can't reach database server at 127.0.0.1:5432"))],
  ['Prisma was hung up on', new Error(raw('N/A', 'Server has closed the connection.'))],
  ['Prisma hears that it starts', new Error(raw('57P03', 'the database system is starting up'))],
  ['something else failed for it', new Error('job failed', { cause: new Error('Connection terminated unexpectedly') })],
])('where %s, the server is gone: what ran may run again', (_, error) => {
  expect(isDatabaseGone(error)).toBe(true)
})

test.each([
  ['a value', Object.assign(new Error('invalid input syntax for type uuid'), { code: '22P02' })],
  ['a rule', new Error(raw('23505', 'duplicate key value violates unique constraint'))],
  ['nothing that was thrown', undefined],
])('what %s is wrong with is no trouble of the server', (_, error) => {
  expect(isDatabaseGone(error)).toBe(false)
})
