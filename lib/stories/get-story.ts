import { authorize } from '#lib/access/authorize.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'

export type StoryView = {
  id: string
  title: string | null
  summary: string | null
  articleCount: number
  firstAt: Date
  lastAt: Date
  lockedAt: Date | null
  /** What editors did to it, newest first. */
  events: {
    id: string
    kind: string
    data: unknown
    createdAt: Date
    undoneAt: Date | null
    actor: { name: string } | null
  }[]
}

/** A story without its articles. One that was merged away is still there, empty. @throws AppError forbidden, notFound */
export async function getStory(ctx: Context, storyId: string): Promise<StoryView> {
  authorize(ctx.actor, 'article:read')
  const [story, events] = await Promise.all([
    ctx.db.story.findUnique({
      where: { id: storyId },
      select: { id: true, title: true, summary: true, articleCount: true, firstAt: true, lastAt: true, lockedAt: true },
    }),
    ctx.db.auditEvent.findMany({
      where: { subjectType: 'story', subjectId: storyId },
      select: { id: true, kind: true, data: true, createdAt: true, undoneAt: true, actor: { select: { name: true } } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 30,
    }),
  ])
  if (!story) throw new AppError('notFound', { storyId })
  return { ...story, events }
}
