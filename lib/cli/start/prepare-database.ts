import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { step } from '#lib/cli/start/step.ts'
import { SYSTEM } from '#lib/db/context.ts'
import { migrate } from '#lib/db/migrate.ts'
import { ROOT } from '#lib/db/schema-engine.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD, loadDemoAccounts } from '#seeds/demo-accounts.ts'
import { loadDemoLabels } from '#seeds/demo-labels.ts'
import { loadReference } from '#seeds/reference/load-reference.ts'
import { loadSources } from '#seeds/reference/load-sources.ts'

/** How to sign in to the demo. */
type Account = { role: string; email: string; password: string }

const DEMO = path.join(ROOT, 'seeds/demo')
const DEMO_BATCH = 'Demo newsroom'
/** Any number that no other advisory lock of the database has. */
const PREPARING = 72_167_611

/** Migrations, reference data and, where wanted, the demo newsroom. DATABASE_URL is set. @returns the demo's accounts */
export async function prepareDatabase(url: string, withDemo: boolean): Promise<Account[]> {
  const turn = await takeTurn(url)
  try {
    return await prepare(url, withDemo)
  } finally {
    await turn.end().catch(() => undefined)
  }
}

async function prepare(url: string, withDemo: boolean): Promise<Account[]> {
  await step('Database up to date', () => migrate(url))
  // Only now: the client reads DATABASE_URL when it is loaded.
  const { prisma, closeDatabase } = await import('#lib/db/client.ts')
  const ctx = { db: prisma(), actor: SYSTEM, now: () => new Date() }
  try {
    await step('Reference data: topics, entities, sources', () => loadReference(ctx))
    if (!withDemo) return []
    await loadDemoAccounts(ctx)
    await loadDemoLabels(ctx)
    // A start that was killed while the files were handed over left a batch that nobody will finish.
    await prisma().batch.deleteMany({ where: { name: DEMO_BATCH, state: 'receiving', articles: { none: {} } } })
    if ((await prisma().batch.count({ where: { name: DEMO_BATCH } })) === 0) {
      await loadSources(ctx, JSON.parse(await readFile(path.join(DEMO, 'sources.json'), 'utf8')))
      await step('Demo newsroom: 80 articles through the real pipeline', importDemo)
    }
    return DEMO_ACCOUNTS.map(({ role, email }) => ({ role, email, password: DEMO_PASSWORD }))
  } finally {
    await closeDatabase()
  }
}

/**
 * Connects before the migrations do (the server's own answer says what is wrong, the engine's report does not) and
 * waits for another start that prepares the same database. Closing the connection ends the turn.
 */
async function takeTurn(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  await client.query('SELECT pg_advisory_lock($1)', [PREPARING])
  return client
}

/** The deliveries lie in folders; the files beside them describe the demo. */
async function importDemo(): Promise<void> {
  const folders = (await readdir(DEMO, { withFileTypes: true }))
    .filter((e) => e.isDirectory())
    .map((e) => path.join(DEMO, e.name))
  const child = spawn(
    process.execPath,
    [path.join(ROOT, 'lib/cli/mirqab.ts'), 'import', ...folders, '--name', DEMO_BATCH],
    {
      cwd: ROOT,
      env: { ...process.env, LOG_LEVEL: 'error' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  let problems = ''
  child.stderr.on('data', (chunk) => (problems += chunk))
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve))
  if (code !== 0)
    throw new Error(`the demo newsroom could not be loaded:\n${problems.trim().split('\n').slice(-5).join('\n')}`)
}
