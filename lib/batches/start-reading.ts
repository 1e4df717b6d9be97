import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { enqueueOpening } from '#lib/batches/enqueue-opening.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'

export const BatchInput = z.object({ batchId: z.uuid() })

/**
 * Everything has arrived: the batch is read from here on. Its jobs are enqueued in this transaction. Asked again, as
 * somebody does whose answer was lost, it changes nothing.
 * @throws AppError forbidden, conflict (undone, or unknown), invalid (not one file arrived)
 */
export function startReading(ctx: Context, { batchId }: z.output<typeof BatchInput>): Promise<{ files: number }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'batch:manage')
    const started = await tx.db.batch.updateMany({
      where: { id: batchId, state: 'receiving' },
      data: { state: 'reading' },
    })
    if (started.count === 0) return startedBefore(tx, batchId)
    // What a server that died was receiving: whoever sent it was told, and has sent it again or given up.
    await tx.db.batchFile.deleteMany({ where: { batchId, state: 'arriving' } })
    const files = await tx.db.batchFile.findMany({
      where: { batchId, state: 'waiting' },
      select: { id: true, size: true },
      orderBy: [{ path: 'asc' }, { id: 'asc' }],
    })
    if (files.length === 0) throw new AppError('invalid', { batchId })
    await enqueueOpening(tx.db, files)
    return { files: files.length }
  })
}

async function startedBefore({ db }: Context, batchId: string): Promise<{ files: number }> {
  const batch = await db.batch.findFirst({
    where: { id: batchId, state: { in: ['reading', 'done'] } },
    select: { _count: { select: { files: true } } },
  })
  if (!batch) throw new AppError('conflict', { batchId })
  return { files: batch._count.files }
}
