import { z } from 'zod'
import { finishBulkRun } from '#lib/bulk/finish-bulk-run.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'

export const BulkRunInput = z.object({ runId: z.uuid() })

/** Ends one's own run where it is; what it has changed stays, and can be taken back. @throws AppError conflict where it has ended */
export async function stopBulkRun(ctx: Context, { runId }: z.output<typeof BulkRunInput>): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.db.$executeRaw`SELECT 1 FROM bulk_run WHERE id = ${runId}::uuid FOR UPDATE`
    const run = await tx.db.bulkRun.findUnique({
      where: { id: runId, userId: tx.actor.userId, state: { in: ['waiting', 'running'] } },
    })
    if (!run) throw new AppError('conflict', { runId })
    await finishBulkRun(tx, run, { key: 'stopped' })
  })
}
