import { EventEmitter } from 'node:events'
import { Logger, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import { log } from '#lib/core/log.ts'
import { pool } from '#lib/db/client.ts'
import type { Context } from '#lib/db/context.ts'
import { giveUp } from '#lib/jobs/give-up.ts'
import { HANDLERS, type Handlers } from '#lib/jobs/handlers/handlers.ts'
import type { JobName, Payloads } from '#lib/jobs/payloads.ts'
import { keepWorkerLease } from '#lib/jobs/worker-lease.ts'

export type RunningWorker = {
  /** Takes no new job, waits for those that run, and ends. */
  stop: () => Promise<void>
  /** Settles when the worker has ended, for whatever reason. */
  ended: Promise<void>
}

/** Two at once in one process: while one waits for the database, the other reads. */
const AT_ONCE = 2

/** Runs jobs until stopped: woken by NOTIFY, and looking by itself every two seconds. */
export async function startWorker(ctx: Context, handlers: Handlers = HANDLERS): Promise<RunningWorker> {
  const events: WorkerEvents = new EventEmitter()
  const lease = keepWorkerLease(events)
  const runner = await run({
    pgPool: pool(),
    concurrency: AT_ONCE,
    pollInterval: 2000,
    noHandleSignals: true,
    events,
    // Failed jobs have their own line below; what is left is the queue's own trouble.
    logger: new Logger(
      () => (level, message) =>
        level === 'error' && !message.startsWith('Failed task') && log.error({ queue: true }, message),
    ),
    taskList: taskListOf(ctx, handlers),
  })
  await lease.settled
  const ended = runner.promise.finally(() => lease.release())
  return {
    ended,
    stop: async () => {
      await runner.stop()
      await ended
    },
  }
}

/** The handlers as the queue calls them: one line of log a job, and an end for what fails for good. */
function taskListOf(ctx: Context, handlers: Handlers): TaskList {
  const task = <K extends JobName>(name: K): TaskList[string] => {
    return async (payload, { job }) => {
      const started = performance.now()
      const line = () => ({
        job: name,
        ...sizeOf(payload as Payloads[K]),
        attempt: job.attempts,
        ms: Math.round(performance.now() - started),
      })
      try {
        await handlers[name](ctx, payload as Payloads[K])
        log.info({ ...line(), outcome: 'done' }, 'job')
      } catch (error) {
        const last = job.attempts >= job.max_attempts
        log.error({ ...line(), outcome: last ? 'given up' : 'failed', err: error }, 'job')
        if (last) await giveUp(ctx, name, payload as Payloads[K])
        throw error
      }
    }
  }
  return Object.fromEntries((Object.keys(handlers) as JobName[]).map((name) => [name, task(name)]))
}

/** How much a job is about, for its line of log: ids are counted, not listed. */
function sizeOf(payload: Payloads[JobName]): Record<string, number | string> {
  return Object.fromEntries(
    Object.entries(payload).map(([key, value]) => [key, Array.isArray(value) ? value.length : value]),
  )
}
