import { availableParallelism } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { type BatchReport, batchReport } from '#lib/batches/batch-report.ts'
import { showProgress } from '#lib/cli/import/show-progress.ts'
import type { Context } from '#lib/db/context.ts'
import { readingThreads } from '#lib/jobs/handlers/reading-threads.ts'
import { startWorker } from '#lib/jobs/worker.ts'

export type ReadingOptions = { wait: boolean; threads?: number }
export type ImportReport = BatchReport & { seconds: number; articlesPerSecond: number }

/** Reads a batch here, unless told to leave it to the desk's own worker, and says what became of it. @param started of the whole import, by `performance.now()` */
export async function readAndReport(
  ctx: Context,
  batchId: string,
  { wait, threads = availableParallelism() }: ReadingOptions,
  started: number,
): Promise<ImportReport> {
  if (wait) await readHere(ctx, batchId, threads)
  if (process.stderr.isTTY) process.stderr.write('\n')
  const report = await batchReport(ctx, batchId)
  const seconds = (performance.now() - started) / 1000
  return { ...report, seconds: Math.round(seconds * 10) / 10, articlesPerSecond: Math.round(report.read / seconds) }
}

async function readHere(ctx: Context, batchId: string, threads: number): Promise<void> {
  readingThreads.limits.threads = threads
  const worker = await startWorker(ctx)
  try {
    for (;;) {
      const { state, read, already, unreadable, waiting } = await batchReport(ctx, batchId, 0)
      showProgress(`${read} read, ${already} here already, ${unreadable} unreadable, ${waiting} waiting`)
      if (state !== 'reading') return
      await setTimeout(250)
    }
  } finally {
    await worker.stop()
  }
}
