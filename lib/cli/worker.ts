import { availableParallelism } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Command, UsageError } from '#lib/cli/command.ts'

export const command: Command = {
  summary: 'read what arrives: runs until it is stopped',
  help: `Usage: mirqab worker [--threads N]

Opens files, reads, compares, tags and stores what they hold, and does whatever else waits in the queue. Any number of
workers run beside each other, on one machine or many. SIGTERM and SIGINT let running jobs finish; a worker that is
killed loses nothing: another one takes its jobs up.
The database is the one DATABASE_URL names, or the embedded one. One line of log a job, on standard error.
Where MIRQAB_WATCH_FOLDER names a folder, what is put there is taken too (see mirqab watch --help).

  --threads N    how many cores to read with (all of them)
`,
  async run(args) {
    const { values } = parseArgs({ args, options: { threads: { type: 'string' } } })
    const threads = values.threads === undefined ? availableParallelism() : Number(values.threads)
    if (!Number.isInteger(threads) || threads < 1 || threads > 64)
      throw new UsageError('--threads is a number from 1 to 64')
    const { withContext } = await import('#lib/cli/with-context.ts')
    const { startWorker } = await import('#lib/jobs/worker.ts')
    const { readingThreads } = await import('#lib/jobs/handlers/reading-threads.ts')
    const { log } = await import('#lib/core/log.ts')
    const { env } = await import('#lib/core/env.ts')
    const { watchFolder } = await import('#lib/cli/watch/watch-folder.ts')
    return withContext(async (ctx) => {
      const stopped = new Promise<NodeJS.Signals>((resolve) => {
        process.once('SIGTERM', resolve)
        process.once('SIGINT', resolve)
      })
      readingThreads.limits.threads = threads
      const own = await startWorker(ctx)
      const folder = env().MIRQAB_WATCH_FOLDER
      const stopWatching = new AbortController()
      const watching = folder && watchFolder(ctx, path.resolve(folder), stopWatching.signal)
      log.info({ threads, folder }, 'worker ready')
      const signal = await Promise.race([stopped, own.ended.then(() => null)])
      log.info({ signal }, 'worker finishes its jobs')
      stopWatching.abort()
      await Promise.all([watching, signal && own.stop()])
      return signal ? 0 : 1
    })
  },
}
