import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { requireAnnotation } from '#lib/annotate/require-annotation.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'

export const ResolveAnnotationInput = z.object({ annotationId: z.uuid(), resolved: z.stringbool() })

/** The matter of a note is settled, or open again. @throws AppError forbidden, notFound, conflict where it is so already */
export async function resolveAnnotation(
  ctx: Context,
  { annotationId, resolved }: z.output<typeof ResolveAnnotationInput>,
): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    const annotation = await requireAnnotation(tx, annotationId)
    authorize(tx.actor, 'annotation:write')
    await setResolved(tx, annotation.id, resolved)
    const eventId = await recordEvent(tx, {
      kind: resolved ? 'annotation.resolved' : 'annotation.reopened',
      subject: { type: 'article', id: annotation.articleId },
      data: { annotationId: annotation.id, quote: annotation.exact.slice(0, 120) },
      undo: { annotationId: annotation.id, resolved: !resolved },
    })
    return { eventId }
  })
}

async function setResolved(tx: Context, id: string, resolved: boolean): Promise<void> {
  const { count } = await tx.db.annotation.updateMany({
    where: { id, resolvedAt: resolved ? null : { not: null } },
    data: { resolvedAt: resolved ? tx.now() : null },
  })
  if (count === 0) throw new AppError('conflict', { id })
}

const Undo = z.object({ annotationId: z.string(), resolved: z.boolean() })

export async function undoResolveAnnotation(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'annotation:write')
  const { annotationId, resolved } = Undo.parse(payload)
  await setResolved(tx, annotationId, resolved)
}
