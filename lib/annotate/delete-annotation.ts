import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { requireAnnotation } from '#lib/annotate/require-annotation.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'

export const DeleteAnnotationInput = z.object({ annotationId: z.uuid() })

/** Takes a note away, with its replies; its row stays, for the undo. Its author may, and an admin. @throws AppError forbidden, notFound */
export async function deleteAnnotation(
  ctx: Context,
  { annotationId }: z.output<typeof DeleteAnnotationInput>,
): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    const annotation = await requireAnnotation(tx, annotationId)
    authorize(tx.actor, 'annotation:write')
    if (annotation.userId !== tx.actor.userId) authorize(tx.actor, 'user:manage')
    const { count } = await tx.db.annotation.updateMany({
      where: { id: annotation.id, deletedAt: null },
      data: { deletedAt: tx.now() },
    })
    if (count === 0) throw new AppError('notFound', { annotationId })
    const eventId = await recordEvent(tx, {
      kind: 'annotation.deleted',
      subject: { type: 'article', id: annotation.articleId },
      data: { annotationId: annotation.id, quote: annotation.exact.slice(0, 120) },
      undo: { annotationId: annotation.id },
    })
    return { eventId }
  })
}

const Undo = z.object({ annotationId: z.string() })

export async function undoDeleteAnnotation(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'annotation:write')
  const { annotationId } = Undo.parse(payload)
  await tx.db.annotation.updateMany({ where: { id: annotationId }, data: { deletedAt: null } })
}
