import type pg from 'pg'
import type { Db } from '#lib/db/context.ts'
import type { JobName, Payloads } from '#lib/jobs/payloads.ts'

type Options = {
  /** A job with this key replaces a waiting one. */
  key?: string
  /** Jobs of one queue run one after another. */
  queue?: string
  runAt?: Date
  /** A waiting job of the same key that is due already keeps its time: what comes in without end puts it off for ever otherwise. */
  keepsDue?: boolean
  maxAttempts?: number
  /** Lower ones come first; 0 where nothing is said. */
  priority?: number
}

/** Adds a job in the data's own transaction: it exists if and only if the data does. */
export async function enqueue<K extends JobName>(
  db: Db,
  name: K,
  payload: Payloads[K],
  options: Options = {},
): Promise<void> {
  await db.$executeRaw`SELECT graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json,
    queue_name => ${options.queue ?? null}, run_at => ${options.runAt ?? null}::timestamptz,
    max_attempts => ${options.maxAttempts ?? 5}::int, job_key => ${options.key ?? null},
    priority => ${options.priority ?? 0}::int,
    job_key_mode => CASE WHEN ${options.keepsDue ?? false} AND EXISTS (
      SELECT 1 FROM graphile_worker.jobs
      WHERE key = ${options.key ?? null} AND run_at <= now() AND attempts < max_attempts
    ) THEN 'preserve_run_at' ELSE 'replace' END)`
}

/** Tells rules and watches of articles in the transaction that stores them; where the desk has neither, nobody is told. */
export async function enqueueArrivals(client: pg.ClientBase, articleIds: string[]): Promise<void> {
  const name: JobName = 'act-on-arrivals'
  const payload: Payloads['act-on-arrivals'] = { articleIds }
  await client.query(
    `SELECT graphile_worker.add_job($1, $2::json)
     WHERE EXISTS (SELECT 1 FROM desk_rule WHERE paused_at IS NULL AND deleted_at IS NULL)
        OR EXISTS (SELECT 1 FROM watch WHERE paused_at IS NULL AND deleted_at IS NULL)`,
    [name, JSON.stringify(payload)],
  )
}

/** How names are looked for: one job after another, after everything that somebody waits for (lower ones come first; 0 is usual). */
export const FINDING_NAMES = { queue: 'find-names', priority: 10 } satisfies Options

/** Has new names looked for in articles, in the transaction that stores them. */
export async function enqueueFindingNames(client: pg.ClientBase, articleIds: string[]): Promise<void> {
  const name: JobName = 'find-names'
  const payload: Payloads['find-names'] = { articleIds }
  const { queue, priority } = FINDING_NAMES
  await client.query('SELECT graphile_worker.add_job($1, $2::json, queue_name => $3, priority => $4)', [
    name,
    JSON.stringify(payload),
    queue,
    priority,
  ])
}
