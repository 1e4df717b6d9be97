import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'

export const AnnouncePresenceInput = z.object({ articleId: z.uuid(), editing: z.boolean() })

/** Somebody else who has the article open. */
export type PresentColleague = { id: string; name: string; editing: boolean }

/** Who has not been heard of for so long has gone: three times the pace of the page's word (components/article/presence.tsx). */
export const PRESENT_MS = 60_000
const MOST = 20

/**
 * Says that this person has the article open, and whether a form of it. Said again every twenty seconds, and harmless twice.
 * @returns who else has it open, by name
 * @throws AppError forbidden, notFound (also where its batch was undone)
 */
export async function announcePresence(
  ctx: Context,
  { articleId, editing }: z.output<typeof AnnouncePresenceInput>,
): Promise<PresentColleague[]> {
  authorize(ctx.actor, 'article:read')
  const { userId } = ctx.actor
  if (userId === null) throw new AppError('forbidden', { reason: 'nobody' })
  const now = ctx.now()
  const written = await ctx.db.$executeRaw`
    INSERT INTO presence (article_id, user_id, editing, seen_at)
    SELECT id, ${userId}::uuid, ${editing}, ${now} FROM article WHERE id = ${articleId}::uuid AND withdrawn_at IS NULL
    ON CONFLICT (article_id, user_id) DO UPDATE SET editing = excluded.editing, seen_at = excluded.seen_at`
  if (written === 0) throw new AppError('notFound', { articleId })
  const present = await ctx.db.presence.findMany({
    where: { articleId, userId: { not: userId }, seenAt: { gt: new Date(now.getTime() - PRESENT_MS) } },
    select: { editing: true, user: { select: { id: true, name: true } } },
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
    take: MOST,
  })
  return present.map(({ editing, user }) => ({ ...user, editing }))
}
