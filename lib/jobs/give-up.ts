import { finishBatchIfDone } from '#lib/batches/finish-batch-if-done.ts'
import { readWithoutPage } from '#lib/batches/read-without-page.ts'
import { finishBulkRun } from '#lib/bulk/finish-bulk-run.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import type { JobName, Payloads } from '#lib/jobs/payloads.ts'
import { enqueue } from '#lib/jobs/queue.ts'
import { finishRun } from '#lib/reread/finish-run.ts'

/** A job has failed for the last time: what it was about says so, and its batch can end. Each item can be retried. */
export async function giveUp<K extends JobName>(ctx: Context, name: K, payload: Payloads[K]): Promise<void> {
  const problem = { key: 'gave-up' }
  let batches: { batchId: string }[] = []
  if (name === 'open-files') {
    const { fileIds } = payload as Payloads['open-files']
    batches = await ctx.db.batchFile.updateManyAndReturn({
      where: { id: { in: fileIds }, state: 'waiting' },
      data: { state: 'failed', problem },
      select: { batchId: true },
    })
  } else if (name === 'fetch-address') {
    const { fileId } = payload as Payloads['fetch-address']
    batches = await ctx.db.batchFile.updateManyAndReturn({
      where: { id: fileId, state: 'arriving' },
      data: { state: 'failed', problem },
      select: { batchId: true },
    })
  } else if (name === 'read-documents') {
    const { documentIds } = payload as Payloads['read-documents']
    if (documentIds.length > 1) return readInParts(ctx, documentIds)
    batches = await ctx.db.document.updateManyAndReturn({
      where: { id: { in: documentIds }, state: 'waiting' },
      data: { state: 'unreadable', problem },
      select: { batchId: true },
    })
  } else if (name === 'reread') {
    await finishRun(ctx, payload as Payloads['reread'], 'stopped')
  } else if (name === 'run-bulk') {
    const run = await ctx.db.bulkRun.findUnique({ where: { id: (payload as Payloads['run-bulk']).runId } })
    if (run) await inTransaction(ctx, (tx) => finishBulkRun(tx, run, problem))
  } else if (name === 'poll-feed') {
    const { feedId } = payload as Payloads['poll-feed']
    await ctx.db.feed.updateMany({ where: { id: feedId }, data: { failures: { increment: 1 }, problem } })
  } else if (name === 'fetch-page') {
    await readWithoutPage(ctx, (payload as Payloads['fetch-page']).documentId)
  }
  for (const id of new Set(batches.map(({ batchId }) => batchId))) await finishBatchIfDone(ctx.db, id, ctx.now())
}

const PARTS = 8

/** One document that brings the reading down must not take two hundred with it: they are read again in smaller parts. */
async function readInParts({ db }: Context, documentIds: string[]): Promise<void> {
  const size = Math.ceil(documentIds.length / PARTS)
  for (let from = 0; from < documentIds.length; from += size) {
    await enqueue(db, 'read-documents', { documentIds: documentIds.slice(from, from + size) }, { maxAttempts: 2 })
  }
}
