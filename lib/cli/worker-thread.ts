import { parentPort } from 'node:worker_threads'
import { closeDatabase, prisma } from '#lib/db/client.ts'
import { SYSTEM } from '#lib/db/context.ts'
import { startWorker } from '#lib/jobs/worker.ts'

/** One more worker of `mirqab worker`, with connections of its own; told to stop, it finishes its jobs. */
const stop = new Promise((resolve) => parentPort?.once('message', resolve))
const worker = await startWorker({ db: prisma(), actor: SYSTEM, now: () => new Date() })
await stop
await worker.stop()
await closeDatabase()
