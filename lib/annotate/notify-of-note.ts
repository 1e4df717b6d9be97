import { mentionedUsers } from '#lib/annotate/mentioned-users.ts'
import { newId } from '#lib/core/id.ts'
import type { Context } from '#lib/db/context.ts'

/** What somebody wrote: a note itself, or a reply to it. */
type Written = { annotationId: string; articleId: string; body: string }

/**
 * Tells those who are mentioned, and of a reply also who wrote the note and who replied before; never the writer, and
 * nobody twice. In the transaction that writes it.
 */
export async function notifyOfNote(tx: Context, { annotationId, articleId, body }: Written, isReply: boolean) {
  const mentioned = body.includes('@') ? mentionedUsers(body, await listColleagues(tx)) : []
  const concerned = isReply ? await whoTookPart(tx, annotationId) : []
  const mentionedToo = new Set(mentioned)
  const told = [
    ...mentioned.map((userId) => ({ userId, kind: 'mention' as const })),
    ...concerned.filter((id) => !mentionedToo.has(id)).map((userId) => ({ userId, kind: 'reply' as const })),
  ].filter(({ userId }) => userId !== tx.actor.userId)
  if (told.length === 0) return
  await tx.db.notice.createMany({
    data: told.map((one) => ({
      ...one,
      id: newId(),
      byId: tx.actor.userId,
      articleId,
      annotationId,
      createdAt: tx.now(),
    })),
  })
}

/** Who may be mentioned: everybody with an account that is not disabled. */
export const listColleagues = ({ db }: Context): Promise<{ id: string; name: string; email: string }[]> =>
  db.user.findMany({
    where: { disabledAt: null },
    select: { id: true, name: true, email: true },
    orderBy: { name: 'asc' },
  })

async function whoTookPart({ db }: Context, annotationId: string): Promise<string[]> {
  const { userId, replies } = await db.annotation.findUniqueOrThrow({
    where: { id: annotationId },
    select: { userId: true, replies: { select: { userId: true } } },
  })
  const active = await db.user.findMany({
    where: {
      id: { in: [userId, ...replies.map((reply) => reply.userId)].filter((id) => id !== null) },
      disabledAt: null,
    },
    select: { id: true },
  })
  return active.map(({ id }) => id)
}

/** Takes back what the actor told at that moment, where the note or reply itself is taken back. */
export async function takeBackNotices(tx: Context, annotationId: string, at: Date): Promise<void> {
  await tx.db.notice.deleteMany({ where: { annotationId, byId: tx.actor.userId, createdAt: at } })
}
