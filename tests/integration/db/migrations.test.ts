import pg from 'pg'
import { expect, test } from 'vitest'
import { migrate, schemaDrift } from '#lib/db/migrate.ts'
import { databaseUrl } from '#tests/support/database.ts'

/** Databases of the server and rows of the migration table: what a check must leave alone. */
async function state(): Promise<unknown> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const databases = await client.query("SELECT datname FROM pg_database WHERE datname LIKE 'mirqab_shadow_%'")
  const tables = await client.query("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'")
  const applied = await client.query('SELECT migration_name, finished_at FROM _prisma_migrations ORDER BY 1')
  await client.end()
  return [databases.rows, tables.rows, applied.rows]
}

test('the schema and the migrations agree, and checking it leaves the database and the server as they were', async () => {
  const before = await state()
  expect(await schemaDrift(databaseUrl)).toBeNull()
  expect(await state()).toEqual(before)
})

test('migrating a migrated database changes nothing', async () => {
  const before = await state()
  expect(await migrate(databaseUrl)).toEqual([])
  expect(await state()).toEqual(before)
})
