import path from 'node:path'
import pg from 'pg'
import { type Context, SYSTEM } from '#lib/db/context.ts'
import { DATA_FOLDER } from '#lib/db/database-url.ts'
import { startEmbedded } from '#lib/db/embedded.ts'
import { migrate } from '#lib/db/migrate.ts'
import { loadReference } from '#seeds/reference/load-reference.ts'

/** A migrated database with the reference data, which this process's DATABASE_URL names. */
export type BenchDatabase = {
  ctx: Context
  /** A connection beside the pool, for work that is one session's. */
  client: pg.Client
  /** Whether an earlier run left it, with all that it put in. */
  isKept: boolean
  /** Closes everything, drops the database unless it is to be kept, and ends the process. */
  end: () => Promise<never>
}

/**
 * A database for one bench, on the embedded PostgreSQL that the benches share. Call it before anything that reads the
 * environment is imported (lib/core/log.ts does).
 * @param keep leaves the database for the next run, and takes the one that is there.
 */
export async function benchDatabase(name: string, { keep = false } = {}): Promise<BenchDatabase> {
  const server = await startEmbedded({ folder: path.join(DATA_FOLDER, 'bench') })
  const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).href
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name])
  const isKept = keep && rowCount === 1
  const drop = () => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  if (!isKept) {
    await drop()
    await admin.query(`CREATE DATABASE ${name}`)
  }
  await migrate(url)
  process.env.DATABASE_URL = url
  process.env.LOG_LEVEL = 'error'
  const { closeDatabase, prisma } = await import('#lib/db/client.ts')
  const ctx: Context = { db: prisma(), actor: SYSTEM, now: () => new Date() }
  if (!isKept) await loadReference(ctx)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const end = async () => {
    await client.end()
    await closeDatabase()
    if (!keep) await drop()
    await admin.end()
    await server.stop()
    return process.exit(0)
  }
  return { ctx, client, isKept, end }
}
