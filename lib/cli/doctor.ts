import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Command } from '#lib/cli/command.ts'
import { checkEmbeddings } from '#lib/cli/doctor/check-embeddings.ts'
import { checkMachine } from '#lib/cli/doctor/check-machine.ts'
import { type Finding, wrong } from '#lib/cli/doctor/finding.ts'
import { env } from '#lib/core/env.ts'
import { DATA_FOLDER, withDatabaseUrl } from '#lib/db/database-url.ts'

export const command: Command = {
  summary: 'check this installation and say what is wrong',
  help: `Usage: mirqab doctor

Looks at Node, the disk, the secrets, the database with its migrations, the queue, the worker, the admins, and asks the
embedding provider where one is configured. Each line says ok, or what is wrong and the way out. Changes nothing. Exits
with 1 where something is wrong.
`,
  async run() {
    const findings = [...(await checkMachine()), ...(await databaseFindings()), ...(await checkEmbeddings())]
    for (const { what, seen, wayOut } of findings)
      console.log(
        `${wayOut ? 'wrong' : 'ok'.padEnd(5)}  ${what.padEnd(11)}${seen}${wayOut ? `\n       → ${wayOut}` : ''}`,
      )
    return findings.some(({ wayOut }) => wayOut) ? 1 : 0
  },
}

async function databaseFindings(): Promise<Finding[]> {
  // Asked for its address, the embedded server would be made: a doctor looks only.
  if (!env().DATABASE_URL && !existsSync(path.join(DATA_FOLDER, 'postgres/data/PG_VERSION')))
    return [wrong('database', 'there is none yet', 'npm start makes one; or set DATABASE_URL to a PostgreSQL')]
  const { default: pg } = await import('pg')
  const { checkDatabase } = await import('#lib/cli/doctor/check-database.ts')
  try {
    return await withDatabaseUrl(async (url) => {
      const pool = new pg.Pool({ connectionString: url, max: 2, connectionTimeoutMillis: 5000 })
      try {
        return await checkDatabase(pool)
      } finally {
        await pool.end()
      }
    })
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException
    return [wrong('database', `cannot be reached: ${message || code}`, 'check DATABASE_URL, and that the server runs')]
  }
}
