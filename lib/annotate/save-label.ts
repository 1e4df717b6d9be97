import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { LABEL_COLOURS } from '#lib/annotate/label-colours.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { newId } from '#lib/core/id.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { foldText } from '#lib/text/fold.ts'

const Name = z.string().trim().min(1).max(60)
const Label = z.object({
  nameAr: Name,
  nameEn: Name,
  colour: z.enum(LABEL_COLOURS),
  position: z.coerce.number().int().min(1).max(99),
})
/** An empty field of a form is a new label. */
const LabelId = z.preprocess((value) => value || undefined, z.uuid().optional())
export const SaveLabelInput = Label.extend({ labelId: LabelId })

/** Adds a label, or changes one. @throws AppError forbidden, notFound, conflict where another has the name */
export async function saveLabel(
  ctx: Context,
  { labelId, ...label }: z.output<typeof SaveLabelInput>,
): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'taxonomy:edit')
    const all = await tx.db.annotationLabel.findMany()
    const before = all.find(({ id }) => id === labelId)
    if (labelId && !before) throw new AppError('notFound', { labelId })
    const taken = new Set(
      all.filter(({ id }) => id !== labelId).flatMap((one) => [one.nameAr, one.nameEn].map(foldText)),
    )
    if (taken.has(foldText(label.nameAr)) || taken.has(foldText(label.nameEn))) throw new AppError('conflict', label)
    const id = labelId ?? newId()
    await tx.db.annotationLabel.upsert({
      where: { id },
      create: { id, ...label, createdAt: tx.now() },
      update: label,
    })
    const eventId = await recordEvent(tx, {
      kind: before ? 'label.edited' : 'label.added',
      subject: { type: 'label', id },
      data: { nameAr: label.nameAr, nameEn: label.nameEn },
      undo: { labelId: id, before: before ? Label.parse(before) : null },
    })
    return { eventId }
  })
}

const Undo = z.object({ labelId: z.uuid(), before: Label.nullable() })

/** A label that was added and has been used meanwhile is retired instead of deleted. */
export async function undoSaveLabel(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'taxonomy:edit')
  const { labelId, before } = Undo.parse(payload)
  if (before) await tx.db.annotationLabel.updateMany({ where: { id: labelId }, data: before })
  else if ((await tx.db.annotation.count({ where: { labelId } })) === 0)
    await tx.db.annotationLabel.deleteMany({ where: { id: labelId } })
  else await tx.db.annotationLabel.updateMany({ where: { id: labelId }, data: { retiredAt: tx.now() } })
}
