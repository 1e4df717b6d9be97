import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { notifyOfNote, takeBackNotices } from '#lib/annotate/notify-of-note.ts'
import { requireAnnotation } from '#lib/annotate/require-annotation.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { newId } from '#lib/core/id.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'

export const ReplyToAnnotationInput = z.object({
  annotationId: z.uuid(),
  body: z.string().trim().min(1).max(10_000),
  /** Made with the form: a double click is one reply. */
  replyId: z.uuid().optional(),
})

/** Answers a note; its writer is told, and who answered before or is mentioned. @throws AppError forbidden, notFound */
export async function replyToAnnotation(
  ctx: Context,
  input: z.output<typeof ReplyToAnnotationInput>,
): Promise<{ eventId?: string }> {
  return inTransaction(ctx, async (tx) => {
    const annotation = await requireAnnotation(tx, input.annotationId)
    authorize(tx.actor, 'annotation:write')
    const id = input.replyId ?? newId()
    const { count } = await tx.db.annotationReply.createMany({
      data: [{ id, annotationId: annotation.id, userId: tx.actor.userId, body: input.body, createdAt: tx.now() }],
      skipDuplicates: true,
    })
    if (count === 0) return {}
    await notifyOfNote(tx, { annotationId: annotation.id, articleId: annotation.articleId, body: input.body }, true)
    const eventId = await recordEvent(tx, {
      kind: 'annotation.replied',
      subject: { type: 'article', id: annotation.articleId },
      data: { annotationId: annotation.id, replyId: id, quote: annotation.exact.slice(0, 120) },
      undo: { replyId: id },
    })
    return { eventId }
  })
}

const Undo = z.object({ replyId: z.string() })

export async function undoReplyToAnnotation(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'annotation:write')
  const { replyId } = Undo.parse(payload)
  const reply = await tx.db.annotationReply.findFirst({ where: { id: replyId, userId: tx.actor.userId } })
  if (!reply) return
  await tx.db.annotationReply.deleteMany({ where: { id: reply.id } })
  await takeBackNotices(tx, reply.annotationId, reply.createdAt)
}
