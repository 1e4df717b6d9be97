import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'

/** Takes back what announce-presence said: this person has closed the article. Harmless twice. @throws AppError forbidden */
export async function endPresence(ctx: Context, articleId: string): Promise<void> {
  authorize(ctx.actor, 'article:read')
  if (ctx.actor.userId !== null) await ctx.db.presence.deleteMany({ where: { articleId, userId: ctx.actor.userId } })
}
