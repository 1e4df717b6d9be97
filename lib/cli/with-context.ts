import { type Context, SYSTEM } from '#lib/db/context.ts'
import { withDatabaseUrl } from '#lib/db/database-url.ts'

/**
 * The context of a command of the shell: acts as the system, on the database that DATABASE_URL names or else the
 * embedded one, and closes its connections afterwards. Migrates nothing.
 */
export function withContext<T>(use: (ctx: Context) => Promise<T>): Promise<T> {
  return withDatabaseUrl(async (url) => {
    // The client takes its address from the parsed environment, where an embedded server's is not.
    const { env } = await import('#lib/core/env.ts')
    process.env.DATABASE_URL = url
    env().DATABASE_URL = url
    const { closeDatabase, prisma } = await import('#lib/db/client.ts')
    try {
      return await use({ db: prisma(), actor: SYSTEM, now: () => new Date() })
    } finally {
      await closeDatabase()
    }
  })
}
