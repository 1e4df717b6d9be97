import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { Reason } from '#lib/stories/reason.ts'

export const SetPrimaryInput = z.object({
  articleId: z.uuid(),
  reason: Reason,
})

/** This copy stands for its group: the others fold under it. @throws AppError forbidden, notFound, conflict where it has no copies */
export async function setPrimary(
  ctx: Context,
  { articleId, reason }: z.output<typeof SetPrimaryInput>,
): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    const article = await tx.db.article.findFirst({
      where: { id: articleId, withdrawnAt: null },
      include: { duplicateGroup: true },
    })
    if (!article) throw new AppError('notFound', { articleId })
    authorize(tx.actor, 'duplicate:decide')
    const group = article.duplicateGroup
    if (!group) throw new AppError('conflict', { articleId })
    await tx.db.duplicateGroup.update({
      where: { id: group.id },
      data: { primaryId: articleId, primarySetById: tx.actor.userId },
    })
    const eventId = await recordEvent(tx, {
      kind: 'duplicate.primary-set',
      subject: { type: 'article', id: articleId },
      data: { reason },
      undo: { groupId: group.id, from: group.primaryId, setById: group.primarySetById, to: articleId },
    })
    return { eventId }
  })
}

const Undo = z.object({
  groupId: z.string(),
  from: z.string().nullable(),
  setById: z.string().nullable(),
  to: z.string(),
})

export async function undoSetPrimary(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'duplicate:decide')
  const { groupId, from, setById, to } = Undo.parse(payload)
  const { count } = await tx.db.duplicateGroup.updateMany({
    where: { id: groupId, primaryId: to },
    data: { primaryId: from, primarySetById: setById },
  })
  if (count === 0) throw new AppError('conflict', { groupId })
}
