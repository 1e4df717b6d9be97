import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { FILTERS, MIGRATIONS, migrationList, schemaFiles, withSchemaEngine } from '#lib/db/schema-engine.ts'

/** Applies the migrations that the database has not seen, then those of the queue. @returns the names applied */
export async function migrate(url: string): Promise<string[]> {
  const migrationsList = await migrationList()
  const { appliedMigrationNames } = await withSchemaEngine(url, (engine) =>
    engine.applyMigrations({ migrationsList, filters: FILTERS }),
  )
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  await runMigrations({ pgPool: pool })
  await pool.end()
  return appliedMigrationNames
}

/** What separates the schema from the migrations, as SQL; null where they agree. Needs the right to create databases. */
export async function schemaDrift(url: string): Promise<string | null> {
  const migrations = await migrationList()
  const schema = await schemaFiles()
  const { stdout } = await withSchemaEngine(url, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', ...schema },
      script: true,
      exitCode: null,
      filters: FILTERS,
    }),
  )
  const sql = stdout?.trim() ?? ''
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
