import type { FlagKind } from '#lib/core/article.ts'
import type { Context } from '#lib/db/context.ts'

/** Puts doubts aside because a person has just set the field they are about. @returns the kinds that were open */
export async function settleFlags(tx: Context, articleId: string, kinds: readonly FlagKind[]): Promise<string[]> {
  const settled = await tx.db.articleFlag.updateManyAndReturn({
    where: { articleId, kind: { in: [...kinds] }, dismissedAt: null },
    data: { dismissedAt: tx.now(), dismissedById: tx.actor.userId },
    select: { kind: true },
  })
  return settled.map((flag) => flag.kind)
}

/** Raises the doubts again that {@link settleFlags} put aside. */
export async function unsettleFlags(tx: Context, articleId: string, kinds: readonly string[]): Promise<void> {
  await tx.db.articleFlag.updateMany({
    where: { articleId, kind: { in: [...kinds] } },
    data: { dismissedAt: null, dismissedById: null },
  })
}
