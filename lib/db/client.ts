import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from '#lib/core/env.ts'
import { PrismaClient } from '#lib/db/generated/client.ts'

/** One pool a process: Prisma and the bulk paths share it. Kept on globalThis so that a dev server's reload reuses it. */
const shared = globalThis as typeof globalThis & { mirqabPool?: pg.Pool; mirqabPrisma?: PrismaClient }

/** The connection pool, for bulk SQL. @throws where DATABASE_URL is missing */
export function pool(): pg.Pool {
  if (!shared.mirqabPool) {
    const connectionString = env().DATABASE_URL
    if (!connectionString) throw new Error('DATABASE_URL is not set: start with `npm start`, or name a PostgreSQL')
    shared.mirqabPool = new pg.Pool({
      connectionString,
      max: 12,
      application_name: 'mirqab',
      // Compiling a screen's statements costs more than they take: PostgreSQL's own default is on.
      onConnect: async (client) => void (await client.query('SET jit = off')),
    })
    // A server that restarts drops idle connections; the pool makes new ones.
    shared.mirqabPool.on('error', () => {})
    shared.mirqabPool.on('connect', (client) => client.on('error', () => {}))
  }
  return shared.mirqabPool
}

/** The Prisma client over the same pool. */
export function prisma(): PrismaClient {
  shared.mirqabPrisma ??= new PrismaClient({ adapter: new PrismaPg(pool()) })
  return shared.mirqabPrisma
}

/** Closes the connections, for commands that end. */
export async function closeDatabase(): Promise<void> {
  await shared.mirqabPrisma?.$disconnect()
  await shared.mirqabPool?.end()
  delete shared.mirqabPrisma
  delete shared.mirqabPool
}
