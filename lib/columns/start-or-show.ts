import type { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { type BatchInput, startReading } from '#lib/batches/start-reading.ts'
import { tablesOfBatch } from '#lib/columns/tables-of-batch.ts'
import type { Context } from '#lib/db/context.ts'

/**
 * Everything that was dropped has arrived: it is read from here on, unless there are tables in it. Those wait until
 * whoever dropped them has seen which column is taken for what.
 * @throws AppError forbidden, conflict (started already, or unknown), invalid (not one file arrived)
 */
export async function startOrShow(
  ctx: Context,
  { batchId }: z.output<typeof BatchInput>,
): Promise<{ isShown: boolean }> {
  authorize(ctx.actor, 'batch:manage')
  const isNew = (await ctx.db.batch.count({ where: { id: batchId, state: 'receiving' } })) > 0
  if (isNew) for await (const _ of tablesOfBatch(ctx.db, { batchId })) return { isShown: true }
  await startReading(ctx, { batchId })
  return { isShown: false }
}
