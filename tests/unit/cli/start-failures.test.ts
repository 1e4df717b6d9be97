import { expect, test } from 'vitest'
import { explain } from '#lib/cli/start/step.ts'

const failed = (code: string | undefined, message: string) => explain(Object.assign(new Error(message), { code }))

test.each([
  ['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1', /does not answer/, /DATABASE_URL/],
  [undefined, 'timeout expired', /does not answer/, /DATABASE_URL/],
  ['28P01', 'password authentication failed', /refuses the user or the password/, /DATABASE_URL/],
  ['3D000', 'database "x" does not exist', /does not exist/, /createdb/],
  ['ENOSPC', 'no space left on device', /no room left/, /Free some space/],
  ['EACCES', "EACCES: permission denied, mkdir '/x'", /a right is missing/, /chown/],
  [undefined, 'the environment variable PORT is not right: Invalid input.', /PORT is not right/, /Correct it/],
])('%s (%s) becomes a sentence and a way out', (code, message, what, wayOut) => {
  const failure = failed(code, message)
  expect(failure.message).toMatch(what)
  expect(failure.wayOut).toMatch(wayOut)
})

test('migrations that do not fit the database are told in one line, not with the engine’s own trace', () => {
  const trace =
    'external connector error\n 0: apply_script\n with migration_name="2026_initial"\n at schema-engine/src/x.rs:1'
  const { message } = failed(undefined, trace)
  expect(message).toBe('the migrations cannot be applied to this database (2026_initial)')
})
