import { finishBatchIfDone } from '#lib/batches/finish-batch-if-done.ts'
import type { Context } from '#lib/db/context.ts'
import type { Payloads } from '#lib/jobs/payloads.ts'

/** Looks whether a batch is done: after a restart, and where its last job was given up. */
export async function finishBatch(ctx: Context, { batchId }: Payloads['finish-batch']): Promise<void> {
  await finishBatchIfDone(ctx.db, batchId, ctx.now())
}
