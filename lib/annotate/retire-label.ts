import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'

export const RetireLabelInput = z.object({ labelId: z.uuid(), retired: z.stringbool() })

/**
 * A label is offered no longer, or again; notes that have it keep it.
 * @throws AppError forbidden, notFound, conflict where it is so already
 */
export async function retireLabel(
  ctx: Context,
  { labelId, retired }: z.output<typeof RetireLabelInput>,
): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'taxonomy:edit')
    const label = await tx.db.annotationLabel.findUnique({ where: { id: labelId } })
    if (!label) throw new AppError('notFound', { labelId })
    await setRetired(tx, labelId, retired)
    const eventId = await recordEvent(tx, {
      kind: retired ? 'label.retired' : 'label.restored',
      subject: { type: 'label', id: labelId },
      data: { nameAr: label.nameAr, nameEn: label.nameEn },
      undo: { labelId, retired: !retired },
    })
    return { eventId }
  })
}

async function setRetired(tx: Context, id: string, retired: boolean): Promise<void> {
  const { count } = await tx.db.annotationLabel.updateMany({
    where: { id, retiredAt: retired ? null : { not: null } },
    data: { retiredAt: retired ? tx.now() : null },
  })
  if (count === 0) throw new AppError('conflict', { id })
}

const Undo = z.object({ labelId: z.uuid(), retired: z.boolean() })

export async function undoRetireLabel(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'taxonomy:edit')
  const { labelId, retired } = Undo.parse(payload)
  await setRetired(tx, labelId, retired)
}
