import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { Reason } from '#lib/stories/reason.ts'
import { requireStory } from '#lib/stories/require-story.ts'

export const LockStoryInput = z.object({
  storyId: z.uuid(),
  locked: z.stringbool(),
  reason: Reason,
})

/** A locked story is changed by people only: nothing that arrives joins it. @throws AppError forbidden, notFound, conflict where it is so already */
export async function lockStory(
  ctx: Context,
  { storyId, locked, reason }: z.output<typeof LockStoryInput>,
): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    const story = await requireStory(tx, storyId)
    authorize(tx.actor, 'story:edit')
    await setLocked(tx, story.id, locked)
    const eventId = await recordEvent(tx, {
      kind: locked ? 'story.locked' : 'story.unlocked',
      subject: { type: 'story', id: story.id },
      data: { reason },
      undo: { storyId: story.id, locked: !locked },
    })
    return { eventId }
  })
}

async function setLocked(tx: Context, id: string, locked: boolean): Promise<void> {
  const { count } = await tx.db.story.updateMany({
    where: { id, lockedAt: locked ? null : { not: null } },
    data: { lockedAt: locked ? tx.now() : null },
  })
  if (count === 0) throw new AppError('conflict', { id })
}

const Undo = z.object({ storyId: z.string(), locked: z.boolean() })

export async function undoLockStory(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'story:edit')
  const { storyId, locked } = Undo.parse(payload)
  await setLocked(tx, storyId, locked)
}
