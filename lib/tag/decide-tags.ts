import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { TagState } from '#lib/db/generated/enums.ts'
import { changeTagStates } from '#lib/tag/change-tag-states.ts'
import { askToLearn } from '#lib/tag/learn/ask-to-learn.ts'

export const DecideTagsInput = z.object({ tagIds: z.array(z.uuid()).min(1).max(5000), state: z.enum(TagState) })

/** Accepts or rejects tags, or makes them suggestions again. @throws AppError forbidden, notFound */
export async function decideTags(ctx: Context, { tagIds, state }: z.output<typeof DecideTagsInput>) {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'article:read')
    authorize(tx.actor, 'article:tag')
    const tags = await tx.db.articleTag.findMany({
      where: { id: { in: tagIds }, article: { withdrawnAt: null } },
      select: { id: true, articleId: true },
    })
    if (tags.length === 0) throw new AppError('notFound', { tagIds: tagIds.slice(0, 5) })
    const ids = tags.map((tag) => tag.id)
    const change = await changeTagStates(tx, Prisma.sql`t.id = ANY(${ids}::uuid[])`, state)
    if (change.tags === 0) return { note: 'unchanged' }
    const articles = new Set(tags.map((tag) => tag.articleId))
    const [articleId] = articles
    const eventId = await recordEvent(tx, {
      kind: 'tags.decided',
      ...(articleId && articles.size === 1 ? { subject: { type: 'article', id: articleId } } : {}),
      data: { state, count: change.tags, articles: change.articles },
      undo: change.undo,
    })
    await askToLearn(tx)
    return { eventId }
  })
}
