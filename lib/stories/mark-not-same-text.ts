import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { GroupsUndo, regroup, regroupBack } from '#lib/stories/duplicate-group.ts'
import { Reason } from '#lib/stories/reason.ts'
import { recordVerdicts, takeBackVerdicts, VerdictsUndo } from '#lib/stories/verdicts.ts'

export const MarkNotSameTextInput = z.object({
  articleId: z.uuid(),
  /** A copy it is taken for, where it is in no group with it yet: the pair is remembered all the same. */
  otherId: z.uuid().optional(),
  reason: Reason,
})

/**
 * This article is not a copy of the others: it leaves their group, and no re-run puts it back. It stays in the story:
 * another text may well tell of the same event. @throws AppError forbidden, notFound
 */
export async function markNotSameText(
  ctx: Context,
  input: z.output<typeof MarkNotSameTextInput>,
): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    const article = await tx.db.article.findFirst({ where: { id: input.articleId, withdrawnAt: null } })
    if (!article) throw new AppError('notFound', { articleId: input.articleId })
    authorize(tx.actor, 'duplicate:decide')
    const isHere = (id: string) => tx.db.article.count({ where: { id, withdrawnAt: null } })
    if (input.otherId && !(await isHere(input.otherId))) throw new AppError('notFound', { articleId: input.otherId })
    const copies = article.duplicateGroupId
      ? await tx.db.article.findMany({ where: { duplicateGroupId: article.duplicateGroupId }, select: { id: true } })
      : []
    const others = new Set([...copies.map((copy) => copy.id), ...(input.otherId ? [input.otherId] : [])])
    others.delete(article.id)
    if (others.size === 0) throw new AppError('conflict', { articleId: article.id })
    const said = await recordVerdicts(
      tx,
      'text',
      false,
      [...others].map((id) => [article.id, id]),
      input.reason,
    )
    const groups = await regroup(tx, [article.id], null)
    const eventId = await recordEvent(tx, {
      kind: 'duplicate.parted',
      subject: { type: 'article', id: article.id },
      data: { count: others.size, reason: input.reason },
      undo: { said, groups },
    })
    return { eventId }
  })
}

const Undo = z.object({ said: VerdictsUndo, groups: GroupsUndo })

export async function undoMarkNotSameText(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'duplicate:decide')
  const { said, groups } = Undo.parse(payload)
  await regroupBack(tx, groups)
  await takeBackVerdicts(tx, said)
}
