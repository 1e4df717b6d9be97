import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BinaryType, binaryArray } from '#lib/db/binary-array.ts'
import { databaseUrl } from '#tests/support/database.ts'

const client = new pg.Client({ connectionString: databaseUrl })
beforeAll(() => client.connect())
afterAll(() => client.end())

const EXAMPLES: [BinaryType, unknown[], unknown[]?][] = [
  ['text', ['', 'قال "نعم" \\ {لا}, NULL', 'a\nb', null]],
  ['jsonb', ['{"quote": "قال \\"نعم\\""}', '[]', null], [{ quote: 'قال "نعم"' }, [], null]],
  ['uuid', ['0197a1b2-0000-7000-8000-00000000beef', null]],
  ['bytea', [Buffer.from([0, 1, 255, 92]), Buffer.alloc(0), null]],
  ['int', [0, -2_147_483_648, 2_147_483_647, null]],
  ['float8', [0.1, -1e300, null]],
  ['bool', [true, false, null]],
]

test.each(EXAMPLES)('an array of %s arrives as it was sent, in its order', async (type, values, expected = values) => {
  const { rows } = await client.query<{ value: unknown }>(
    `SELECT value FROM unnest($1::${type}[]) WITH ORDINALITY AS sent(value, number) ORDER BY number`,
    [binaryArray(type, values)],
  )
  expect(rows.map(({ value }) => value)).toEqual(expected)
})

test.each(EXAMPLES)('an array of no %s is empty', async (type) => {
  const { rows } = await client.query<{ length: number }>(`SELECT cardinality($1::${type}[]) AS length`, [
    binaryArray(type, []),
  ])
  expect(rows).toEqual([{ length: 0 }])
})
