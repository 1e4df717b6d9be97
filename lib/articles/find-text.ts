import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'

/** The text of another article, to be set beside one; null where it is not there. */
export async function findText(ctx: Context, articleId: string): Promise<{ text: string; language: string } | null> {
  authorize(ctx.actor, 'article:read')
  return ctx.db.article.findFirst({
    where: { id: articleId, withdrawnAt: null },
    select: { text: true, language: true },
  })
}
