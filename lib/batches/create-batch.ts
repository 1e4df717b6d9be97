import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { BatchOrigin } from '#lib/db/generated/enums.ts'

export const CreateBatchInput = z.object({
  name: z.string().trim().min(1).max(200),
  origin: z.enum(BatchOrigin).default('upload'),
})

/** Opens a batch that files can be put into, until `startReading`. @throws AppError forbidden */
export function createBatch(
  ctx: Context,
  { name, origin }: z.output<typeof CreateBatchInput>,
): Promise<{ batchId: string; eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'batch:manage')
    const { id } = await tx.db.batch.create({
      data: { name, origin, createdById: tx.actor.userId, createdAt: tx.now() },
      select: { id: true },
    })
    const eventId = await recordEvent(tx, { kind: 'batch.created', subject: { type: 'batch', id }, data: { name } })
    return { batchId: id, eventId }
  })
}
