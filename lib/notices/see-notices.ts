import { z } from 'zod'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'

/** Without an identifier, all of them. */
export const SeeNoticesInput = z.object({ noticeId: z.uuid().optional() })

/** The actor has seen a notice of theirs, or all; seeing twice changes nothing. No event: it is nobody else's business. */
export async function seeNotices(
  { db, actor, now }: Context,
  { noticeId }: z.output<typeof SeeNoticesInput>,
): Promise<{ redirectTo?: string }> {
  if (!actor.userId) throw new AppError('forbidden')
  const own = { userId: actor.userId, ...(noticeId ? { id: noticeId } : {}) }
  await db.notice.updateMany({ where: { ...own, seenAt: null }, data: { seenAt: now() } })
  if (!noticeId) return {}
  const notice = await db.notice.findFirst({ where: own })
  if (!notice) throw new AppError('notFound', { noticeId })
  return { redirectTo: placeOf(notice) }
}

/** Where what a notice tells of is. */
function placeOf({
  articleId,
  annotationId,
  watchId,
}: Record<'articleId' | 'annotationId' | 'watchId', string | null>) {
  if (articleId && annotationId) return `/articles/${articleId}#note-${annotationId}`
  if (articleId) return `/articles/${articleId}`
  return watchId ? `/watches/${watchId}` : '/notices'
}
