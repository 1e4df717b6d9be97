import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { DATA_FOLDER } from '#lib/db/database-url.ts'
import { startEmbedded } from '#lib/db/embedded.ts'
import { migrate } from '#lib/db/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of the server, with the template's name where a database's name goes. */
    templateUrl: string
  }
}

/** A server of the tests' own (or the one TEST_DATABASE_URL names) with one migrated database, cloned by each test file. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  const server = given
    ? { url: given, stop: async () => {} }
    : await startEmbedded({ folder: path.join(DATA_FOLDER, 'test'), durable: false })
  const template = `mirqab_template_${process.pid}`
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  await admin.query(`DROP DATABASE IF EXISTS ${template}`)
  await admin.query(`CREATE DATABASE ${template}`)
  const templateUrl = Object.assign(new URL(server.url), { pathname: `/${template}` }).href
  await migrate(templateUrl)
  project.provide('templateUrl', templateUrl)
  return async () => {
    await admin.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`)
    // Another run may be using the same server: the last one stops it.
    const { rows } = await admin.query("SELECT 1 FROM pg_database WHERE datname LIKE 'mirqab_template_%'")
    await admin.end()
    if (rows.length === 0) await server.stop()
  }
}
