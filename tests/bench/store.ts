/**
 * Rows stored a second: `insertMany` (unnest) against Prisma's createMany, the same small rows in the same run, in
 * chunks of 1,000, on the embedded PostgreSQL of the tests.
 */
import path from 'node:path'
import { newId } from '#lib/core/id.ts'
import { insertMany } from '#lib/db/bulk.ts'
import { DATA_FOLDER } from '#lib/db/database-url.ts'
import { startEmbedded } from '#lib/db/embedded.ts'
import { migrate } from '#lib/db/migrate.ts'

const ROWS = 20_000
const CHUNK = 1000

const server = await startEmbedded({ folder: path.join(DATA_FOLDER, 'bench') })
await migrate(server.url)
process.env.DATABASE_URL = server.url
process.env.LOG_LEVEL = 'silent'
const { closeDatabase, pool, prisma } = await import('#lib/db/client.ts')

const chunks = () =>
  Array.from({ length: ROWS / CHUNK }, () =>
    Array.from({ length: CHUNK }, (_, i) => ({ id: newId(), key: `bench:${i}`, createdAt: new Date() })),
  )

async function rate(
  store: (rows: { id: string; key: string; createdAt: Date }[]) => Promise<unknown>,
): Promise<number> {
  await prisma().signInAttempt.deleteMany()
  const rows = chunks()
  const started = performance.now()
  for (const chunk of rows) await store(chunk)
  return ROWS / ((performance.now() - started) / 1000)
}

const client = await pool().connect()
const ours = await rate((rows) =>
  insertMany(client, 'sign_in_attempt', rows, [
    { name: 'id', type: 'uuid', value: (r) => r.id },
    { name: 'key', type: 'text', value: (r) => r.key },
    { name: 'created_at', type: 'timestamptz', value: (r) => r.createdAt },
  ]),
)
client.release()
const theirs = await rate((rows) => prisma().signInAttempt.createMany({ data: rows }))
await prisma().signInAttempt.deleteMany()
console.log(
  `insertMany ${Math.round(ours)} rows/s | createMany ${Math.round(theirs)} rows/s | ratio ${(ours / theirs).toFixed(1)}`,
)
await closeDatabase()
await server.stop()
process.exit(0)
