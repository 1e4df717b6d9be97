import pg from 'pg'
import { afterAll, inject } from 'vitest'

/**
 * Import this first in an integration test: the file gets a PostgreSQL database of its own, cloned from the migrated
 * template (0.2 s), and DATABASE_URL names it before anything of lib reads the environment.
 */
const templateUrl = inject('templateUrl')
const template = new URL(templateUrl).pathname.slice(1)
const name = `${template}_${crypto.randomUUID().slice(0, 8)}`
const adminUrl = Object.assign(new URL(templateUrl), { pathname: '/postgres' }).href

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  await client.query(sql)
  await client.end()
}

await administer(`CREATE DATABASE ${name} TEMPLATE ${template}`)
export const databaseUrl = Object.assign(new URL(templateUrl), { pathname: `/${name}` }).href
process.env.DATABASE_URL = databaseUrl

afterAll(async () => {
  const { closeDatabase } = await import('#lib/db/client.ts')
  await closeDatabase()
  await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
})
