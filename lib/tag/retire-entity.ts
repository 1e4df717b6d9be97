import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'

export const RetireEntityInput = z.object({ entityId: z.string().min(1).max(200) })
type Input = z.output<typeof RetireEntityInput>

/** Nothing new is tagged with it; tags that are there stay. @throws AppError conflict where it is retired, forbidden */
export const retireEntity = (ctx: Context, input: Input): Promise<{ eventId: string }> => setRetired(ctx, input, true)

/** Back into use. @throws AppError conflict where it is in use or became part of another, forbidden */
export const restoreEntity = (ctx: Context, input: Input): Promise<{ eventId: string }> => setRetired(ctx, input, false)

export const undoRetireEntity = async (tx: Context, payload: unknown): Promise<void> => {
  await restoreEntity(tx, RetireEntityInput.parse(payload))
}
export const undoRestoreEntity = async (tx: Context, payload: unknown): Promise<void> => {
  await retireEntity(tx, RetireEntityInput.parse(payload))
}

async function setRetired(ctx: Context, { entityId }: Input, retired: boolean): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'taxonomy:edit')
    const [entity] = await tx.db.entity.updateManyAndReturn({
      where: { id: entityId, retiredAt: retired ? null : { not: null }, mergedIntoId: null },
      data: { retiredAt: retired ? tx.now() : null },
    })
    if (!entity) throw new AppError('conflict', { entityId })
    return {
      eventId: await recordEvent(tx, {
        kind: retired ? 'entity.retired' : 'entity.restored',
        subject: { type: 'entity', id: entityId },
        data: { name: entity.nameAr ?? entity.nameEn ?? entity.nameFr ?? '' },
        undo: { entityId },
      }),
    }
  })
}
