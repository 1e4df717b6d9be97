import path from 'node:path'
import { env } from '#lib/core/env.ts'
import { ROOT } from '#lib/db/schema-engine.ts'

export const DATA_FOLDER = path.join(ROOT, '.data')

/** The database to use: the server that DATABASE_URL names, or else the embedded one, started while `use` runs. */
export async function withDatabaseUrl<T>(use: (url: string) => Promise<T>): Promise<T> {
  const given = env().DATABASE_URL
  if (given) return use(given)
  const { startEmbedded } = await import('#lib/db/embedded.ts')
  const embedded = await startEmbedded({ folder: path.join(DATA_FOLDER, 'postgres') })
  try {
    return await use(embedded.url)
  } finally {
    await embedded.stop()
  }
}
