import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'

/** The newest of an article's events that are shown. */
const MOST = 60

export type HistoryEvent = {
  id: string
  kind: string
  data: unknown
  createdAt: Date
  undoneAt: Date | null
  actor: { name: string } | null
}

/** What was done to an article and to the story it is in, newest first. */
export async function listHistory(
  ctx: Context,
  article: { id: string; storyId: string | null },
): Promise<HistoryEvent[]> {
  authorize(ctx.actor, 'article:read')
  return ctx.db.auditEvent.findMany({
    where: {
      OR: [
        { subjectType: 'article', subjectId: article.id },
        ...(article.storyId ? [{ subjectType: 'story', subjectId: article.storyId }] : []),
      ],
    },
    select: { id: true, kind: true, data: true, createdAt: true, undoneAt: true, actor: { select: { name: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST,
  })
}
