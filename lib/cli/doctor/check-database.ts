import type { Pool } from 'pg'
import { type Finding, fine, wrong } from '#lib/cli/doctor/finding.ts'
import { migrationList } from '#lib/db/schema-engine.ts'

/** `jsonb_to_recordset` with arrays, `date_bin`, multiranges: 14 is also the oldest that PostgreSQL itself keeps. */
const LEAST_POSTGRESQL = 14
/** A waiting job is taken within milliseconds; after so many seconds nobody is taking any. */
const LONG_SECONDS = 60

/** What a reachable database tells: each check stands on the one before, so the first that fails ends the list. */
export async function checkDatabase(pool: Pool): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const check of [checkVersion, checkMigrations, checkQueue, checkWorker, checkAdmins]) {
    const finding = await check(pool)
    findings.push(finding)
    if (finding.wayOut && check !== checkWorker) break
  }
  return findings
}

async function checkVersion(pool: Pool): Promise<Finding> {
  const { rows } = await pool.query<{ server_version: string }>('SHOW server_version')
  const version = rows[0]?.server_version ?? ''
  if (Number.parseInt(version, 10) >= LEAST_POSTGRESQL) return fine('database', `PostgreSQL ${version}`)
  return wrong('database', `PostgreSQL ${version} is too old`, `use PostgreSQL ${LEAST_POSTGRESQL} or newer`)
}

async function checkMigrations(pool: Pool): Promise<Finding> {
  const names = (await migrationList()).migrationDirectories.map(({ path }) => path)
  const { rows: kept } = await pool.query<{ there: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there",
  )
  const { rows } = kept[0]?.there
    ? await pool.query<{ migration_name: string; finished: boolean }>(
        'SELECT migration_name, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL',
      )
    : { rows: [] }
  const broken = rows.filter(({ finished }) => !finished).map(({ migration_name }) => migration_name)
  if (broken.length)
    return wrong('migrations', `${broken.join(', ')} stopped half way`, 'restore a backup, or finish it by hand')
  const applied = new Set(rows.map(({ migration_name }) => migration_name))
  const pending = names.filter((name) => !applied.has(name))
  if (pending.length)
    return wrong('migrations', `${pending.length} to apply: ${pending.join(', ')}`, 'mirqab db migrate')
  return fine('migrations', `${names.length} applied, none waits`)
}

async function checkQueue(pool: Pool): Promise<Finding> {
  const { rows } = await pool.query<{ there: boolean }>(
    "SELECT to_regclass('graphile_worker.jobs') IS NOT NULL AS there",
  )
  return rows[0]?.there ? fine('queue', 'is there') : wrong('queue', 'has no tables', 'mirqab db migrate')
}

/** A worker listens for jobs on a connection of its own: the server knows of each. */
async function checkWorker(pool: Pool): Promise<Finding> {
  const { rows } = await pool.query<{ workers: number; waiting: number; late: number; failed: number }>(
    `SELECT (SELECT count(*)::int FROM pg_stat_activity
              WHERE datname = current_database() AND query LIKE 'LISTEN "jobs:insert"%') AS workers,
            count(*) FILTER (WHERE attempts < max_attempts)::int AS waiting,
            count(*) FILTER (WHERE attempts < max_attempts AND locked_at IS NULL
              AND run_at < now() - make_interval(secs => $1))::int AS late,
            count(*) FILTER (WHERE attempts >= max_attempts AND locked_at IS NULL)::int AS failed
       FROM graphile_worker.jobs`,
    [LONG_SECONDS],
  )
  const { workers, waiting, late, failed } = rows[0] ?? { workers: 0, waiting: 0, late: 0, failed: 0 }
  const seen = `${workers} running, ${waiting} jobs wait, ${failed} given up`
  if (workers === 0) return wrong('worker', seen, 'start one: npm start, or mirqab worker')
  if (late > 0) return wrong('worker', `${seen}; ${late} for over ${LONG_SECONDS} s`, 'look at its log; start another')
  return fine('worker', seen)
}

async function checkAdmins(pool: Pool): Promise<Finding> {
  const { rows } = await pool.query<{ active: number; able: number }>(
    `SELECT count(*)::int AS active, count(password_hash)::int AS able
       FROM "user" WHERE role = 'admin' AND disabled_at IS NULL`,
  )
  const { active, able } = rows[0] ?? { active: 0, able: 0 }
  if (active === 0)
    return wrong('admin', 'nobody is an active admin', 'mirqab user add --email … --name … --role admin')
  if (able === 0)
    return wrong('admin', 'no admin has set a password yet', 'mirqab user reset ADDRESS prints a new link')
  return fine('admin', `${active} active`)
}
