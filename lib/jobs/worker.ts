import { EventEmitter } from 'node:events'
import { Logger, type RunnerOptions, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import { log } from '#lib/core/log.ts'
import type { Context } from '#lib/db/context.ts'
import { isDatabaseGone } from '#lib/db/is-database-gone.ts'
import { patientPool, untilDatabaseAnswers } from '#lib/db/patient-pool.ts'
import { giveUp } from '#lib/jobs/give-up.ts'
import { HANDLERS, type Handlers } from '#lib/jobs/handlers/handlers.ts'
import { readingThreads } from '#lib/jobs/handlers/reading-threads.ts'
import type { JobName, Payloads } from '#lib/jobs/payloads.ts'
import { keepWorkerLease } from '#lib/jobs/worker-lease.ts'

export type RunningWorker = {
  /** Takes no new job, waits for those that run, and ends. */
  stop: () => Promise<void>
  /** Settles when the worker has ended, for whatever reason. */
  ended: Promise<void>
}

/** Jobs that wait for somebody else's server. They have room of their own: twenty slow sites hold up no reading. */
const ASKING: JobName[] = ['poll-due-feeds', 'poll-feed', 'fetch-page', 'fetch-address', 'send-watch']
const ASKING_AT_ONCE = 4
/** Each thread reads for one, and while they read another one is compared and stored. */
const readingAtOnce = () => readingThreads.limits.threads + 1
/** Each minute; a look that did not get its turn is not made up for. */
const EACH_MINUTE = '* * * * * poll-due-feeds ?max=1&jobKey=poll-due-feeds'

/** Which hour is the desk's night, its own clock says (lib/jobs/handlers/remerge-stories.ts). */
const EACH_HOUR = `0 * * * * remerge-stories ?max=3&jobKey=remerge-stories
30 * * * * link-affairs ?max=3&jobKey=link-affairs`

/** Runs jobs until stopped: woken by NOTIFY, and looking by itself every two seconds. */
export async function startWorker(ctx: Context, handlers: Handlers = HANDLERS): Promise<RunningWorker> {
  const names = Object.keys(handlers) as JobName[]
  const reading = names.filter((name) => !ASKING.includes(name))
  const parts = [
    await keepPart(taskListOf(ctx, handlers, reading), { concurrency: readingAtOnce(), crontab: EACH_HOUR }),
    await keepPart(taskListOf(ctx, handlers, ASKING), { concurrency: ASKING_AT_ONCE, crontab: EACH_MINUTE }),
  ]
  const stop = async () => {
    await Promise.all(parts.map((part) => part.stop()))
  }
  // One half of a worker is none: where one ends by itself, the other ends too.
  const ended = Promise.race(parts.map((part) => part.ended)).finally(stop)
  return { ended, stop }
}

type PartOptions = Pick<RunnerOptions, 'concurrency' | 'crontab'>

/** Whatever ends a part that nobody stopped, it is started again; one that ends again and again at once has another trouble. */
async function keepPart(taskList: TaskList, options: PartOptions) {
  let part = await startPart(taskList, options)
  let isStopping = false
  const keep = async () => {
    for (let restarts = 0; ; restarts++) {
      const began = performance.now()
      const failure = await part.ended.then(
        () => new Error('a part of the worker ended by itself'),
        (error: unknown) => error,
      )
      if (isStopping) return
      // A worker runs for months: what ended it long ago is not held against it.
      if (performance.now() - began > SETTLED_MS) restarts = 0
      if (restarts === MOST_RESTARTS) throw failure
      log.warn({ err: failure }, 'a part of the worker starts again')
      await untilDatabaseAnswers()
      part = await startPart(taskList, options)
    }
  }
  const stop = () => {
    isStopping = true
    return part.stop()
  }
  return { ended: keep(), stop }
}

async function startPart(taskList: TaskList, options: PartOptions) {
  const events: WorkerEvents = new EventEmitter()
  const lease = keepWorkerLease(events)
  const start = () =>
    run({
      ...options,
      taskList,
      pgPool: patientPool(),
      pollInterval: 2000,
      noHandleSignals: true,
      events,
      // Failed jobs have their own line below; what is left is the queue's own trouble.
      logger: new Logger(
        () => (level, message) =>
          level === 'error' && !message.startsWith('Failed task') && log.error({ queue: true }, message),
      ),
    })
  const runner = await throughRestarts(start)
  await lease.settled
  const ended = runner.promise.finally(() => lease.release())
  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= runner.stop().then(
      () => ended,
      () => ended,
    )
    return stopping
  }
  return { ended, stop }
}

/** The handlers as the queue calls them: one line of log a job, and an end for what fails for good. */
function taskListOf(ctx: Context, handlers: Handlers, names: readonly JobName[]): TaskList {
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
        await throughRestarts(() => handlers[name](ctx, payload as Payloads[K]))
        log.info({ ...line(), outcome: 'done' }, 'job')
      } catch (error) {
        const last = job.attempts >= job.max_attempts
        log.error({ ...line(), outcome: last ? 'given up' : 'failed', err: error }, 'job')
        if (last) await giveUp(ctx, name, payload as Payloads[K])
        throw error
      }
    }
  }
  return Object.fromEntries(names.map((name) => [name, task(name)]))
}

/** Of one run of a job, and of a part in a row; a server that goes away more often has another trouble. */
const MOST_RESTARTS = 5
/** A part that has run so long had begun well. */
const SETTLED_MS = 60_000

/** That the server went away is nobody's failure: as soon as it is back the job, which may run twice, runs again. */
async function throughRestarts<T>(run: () => Promise<T>): Promise<T> {
  for (let restarts = 0; ; restarts++) {
    try {
      return await run()
    } catch (error) {
      if (!isDatabaseGone(error) || restarts === MOST_RESTARTS) throw error
      await untilDatabaseAnswers()
    }
  }
}

/** How much a job is about, for its line of log: ids are counted, not listed. */
function sizeOf(payload: Payloads[JobName]): Record<string, number | string> {
  return Object.fromEntries(
    Object.entries(payload).map(([key, value]) => [key, Array.isArray(value) ? value.length : value]),
  )
}
