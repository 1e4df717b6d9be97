import type { Db } from '#lib/db/context.ts'
import type { JobName, Payloads } from '#lib/jobs/payloads.ts'

type Options = {
  /** A job with this key replaces a waiting one. */
  key?: string
  /** Jobs of one queue run one after another. */
  queue?: string
  runAt?: Date
  maxAttempts?: number
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
    max_attempts => ${options.maxAttempts ?? 5}::int, job_key => ${options.key ?? null})`
}
