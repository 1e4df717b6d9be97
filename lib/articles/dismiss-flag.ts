import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { FLAG_KINDS } from '#lib/core/article.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'

export const DismissFlagInput = z.object({ articleId: z.uuid(), kind: z.enum(FLAG_KINDS), dismissed: z.stringbool() })

/**
 * An editor looked and puts a doubt aside, or brings it back. The flag stays with its evidence; a re-run leaves it
 * dismissed. @throws AppError forbidden, notFound, conflict where it is so already
 */
export async function dismissFlag(
  ctx: Context,
  input: z.output<typeof DismissFlagInput>,
): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    const flag = await tx.db.articleFlag.findFirst({
      where: { articleId: input.articleId, kind: input.kind, article: { withdrawnAt: null } },
    })
    if (!flag) throw new AppError('notFound', input)
    authorize(tx.actor, 'article:edit')
    await setDismissed(tx, flag.articleId, input.kind, input.dismissed)
    const eventId = await recordEvent(tx, {
      kind: input.dismissed ? 'flag.dismissed' : 'flag.restored',
      subject: { type: 'article', id: flag.articleId },
      data: { flag: input.kind },
      undo: { articleId: flag.articleId, kind: input.kind, dismissed: !input.dismissed },
    })
    return { eventId }
  })
}

async function setDismissed(tx: Context, articleId: string, kind: string, dismissed: boolean): Promise<void> {
  const { count } = await tx.db.articleFlag.updateMany({
    where: { articleId, kind, dismissedAt: dismissed ? null : { not: null } },
    data: dismissed
      ? { dismissedAt: tx.now(), dismissedById: tx.actor.userId }
      : { dismissedAt: null, dismissedById: null },
  })
  if (count === 0) throw new AppError('conflict', { articleId, kind })
}

const Undo = z.object({ articleId: z.string(), kind: z.string(), dismissed: z.boolean() })

export async function undoDismissFlag(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'article:edit')
  const { articleId, kind, dismissed } = Undo.parse(payload)
  await setDismissed(tx, articleId, kind, dismissed)
}
