import type { WorkerEvents } from 'graphile-worker'
import type { PoolClient } from 'pg'
import { log } from '#lib/core/log.ts'
import { pool } from '#lib/db/client.ts'
import { isDatabaseGone } from '#lib/db/is-database-gone.ts'

/** First half of the key of our advisory locks: any number that nothing else here uses. */
const SPACE = 77_104
const EVERY_MS = 30_000
/** After a connection was lost: until the lease is taken again, others take this worker for dead. */
const SOON_MS = 500

/**
 * A worker that is killed leaves its jobs locked, and the queue would wait four hours for it. So each living worker holds
 * an advisory lock in a session of its own, which PostgreSQL lets go the moment the process is gone; whoever finds jobs
 * locked by a worker without one frees them, at its own start and every half minute. Should it err (a lost connection),
 * a job runs twice, which is harmless.
 */
export function keepWorkerLease(events: WorkerEvents): { settled: Promise<void>; release: () => Promise<void> } {
  let client: PoolClient | undefined
  let timer: NodeJS.Timeout | undefined
  let id = ''
  let busy: Promise<void> = Promise.resolve()
  let released = false
  const settled = Promise.withResolvers<void>()

  const again = (ms: number) => {
    clearTimeout(timer)
    if (!released)
      timer = setTimeout(() => {
        busy = busy.then(tick)
      }, ms).unref()
  }
  const tick = async () => {
    try {
      client ??= await leaseOf(id, () => {
        client = undefined
        again(SOON_MS)
      })
      await freeAbandoned(client, id)
      again(EVERY_MS)
    } catch (error) {
      if (!isDatabaseGone(error)) log.warn({ err: error }, 'worker lease')
      again(SOON_MS)
    }
  }
  events.once('pool:create', ({ workerPool }) => {
    id = workerPool.id
    busy = tick()
    busy.then(settled.resolve, settled.resolve)
  })
  return {
    settled: settled.promise,
    release: async () => {
      released = true
      clearTimeout(timer)
      await busy
      // Closing the session is what lets the lock go.
      client?.release(true)
      client = undefined
    },
  }
}

async function leaseOf(id: string, lost: () => void): Promise<PoolClient> {
  const client = await pool().connect()
  client.once('error', () => {
    lost()
    client.release(true)
  })
  await client.query('SELECT pg_advisory_lock($1, hashtext($2))', [SPACE, id])
  return client
}

async function freeAbandoned(client: PoolClient, own: string): Promise<void> {
  const { rows } = await client.query<{ worker: string }>(
    'SELECT DISTINCT locked_by AS worker FROM graphile_worker.jobs WHERE locked_by IS NOT NULL AND locked_by <> $1',
    [own],
  )
  for (const { worker } of rows) {
    const { rows: got } = await client.query<{ dead: boolean }>(
      'SELECT pg_try_advisory_lock($1, hashtext($2)) AS dead',
      [SPACE, worker],
    )
    if (!got[0]?.dead) continue
    const { rows: jobs } = await client.query<{ id: string; attempts: number }>(
      'SELECT id, attempts FROM graphile_worker.jobs WHERE locked_by = $1',
      [worker],
    )
    await client.query('SELECT graphile_worker.force_unlock_workers($1)', [[worker]])
    // Being killed is no failure of the job: that attempt does not count.
    for (const { id, attempts } of jobs) {
      await client.query('SELECT graphile_worker.reschedule_jobs($1, run_at => now(), attempts => $2)', [
        [id],
        Math.max(0, attempts - 1),
      ])
    }
    await client.query('SELECT pg_advisory_unlock($1, hashtext($2))', [SPACE, worker])
    log.warn({ worker, jobs: jobs.length }, 'freed the jobs of a worker that is gone')
  }
}
