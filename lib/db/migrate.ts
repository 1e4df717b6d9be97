import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { MIGRATIONS } from '#lib/db/schema-engine.ts'
import type { EngineAnswer, EngineTasks } from '#lib/db/schema-engine-thread.ts'

/** Applies the migrations that the database has not seen, then those of the queue. @returns the names applied */
export async function migrate(url: string): Promise<string[]> {
  const applied = await inEngineThread('apply', url)
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  await runMigrations({ pgPool: pool })
  await pool.end()
  return applied
}

/** What separates the schema from the migrations, as SQL; null where they agree. Needs the right to create databases. */
export async function schemaDrift(url: string): Promise<string | null> {
  const sql = await inEngineThread('drift', url)
  return sql === '' || sql === '-- This is an empty migration.' ? null : sql
}

/** Writes the migration that brings the database to the schema. @returns its file, or null where nothing changed */
export async function newMigration(url: string, name: string, now: Date): Promise<string | null> {
  const sql = await schemaDrift(url)
  if (!sql) return null
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = path.join(MIGRATIONS, `${stamp}_${name.replace(/\W+/g, '_').toLowerCase()}`)
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, 'migration.sql')
  await writeFile(file, `${sql}\n`)
  return file
}

/** Runs one task of the schema engine in a thread, and ends the thread with it. */
function inEngineThread<K extends keyof EngineTasks>(task: K, url: string): ReturnType<EngineTasks[K]> {
  const thread = new Worker(new URL('./schema-engine-thread.ts', import.meta.url), { workerData: { task, url } })
  const answer = new Promise((resolve, reject) => {
    thread.once('message', (given: EngineAnswer) => {
      if ('done' in given) resolve(given.done)
      else reject(Object.assign(new Error(given.failed.message), given.failed.code ? { code: given.failed.code } : {}))
    })
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('the schema engine ended before it answered')))
  })
  return answer.finally(() => thread.terminate()) as ReturnType<EngineTasks[K]>
}
