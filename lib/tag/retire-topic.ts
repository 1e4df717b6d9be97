import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'

export const RetireTopicInput = z.object({ topicId: z.string().min(1).max(200) })
type Input = z.output<typeof RetireTopicInput>

/** Nothing new is tagged with it; tags that are there stay. @throws AppError conflict where it is retired, forbidden */
export const retireTopic = (ctx: Context, input: Input): Promise<{ eventId: string }> => setRetired(ctx, input, true)

/** Back into use. @throws AppError conflict where it is in use, forbidden */
export const restoreTopic = (ctx: Context, input: Input): Promise<{ eventId: string }> => setRetired(ctx, input, false)

export const undoRetireTopic = async (tx: Context, payload: unknown): Promise<void> => {
  await restoreTopic(tx, RetireTopicInput.parse(payload))
}
export const undoRestoreTopic = async (tx: Context, payload: unknown): Promise<void> => {
  await retireTopic(tx, RetireTopicInput.parse(payload))
}

async function setRetired(ctx: Context, { topicId }: Input, retired: boolean): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'taxonomy:edit')
    const [topic] = await tx.db.topic.updateManyAndReturn({
      // What was merged comes back by undoing that: its tags are another's.
      where: { id: topicId, retiredAt: retired ? null : { not: null }, mergedIntoId: null },
      data: { retiredAt: retired ? tx.now() : null },
    })
    if (!topic) throw new AppError('conflict', { topicId })
    return {
      eventId: await recordEvent(tx, {
        kind: retired ? 'topic.retired' : 'topic.restored',
        subject: { type: 'topic', id: topicId },
        data: { name: topic.labelAr ?? topic.labelEn },
        undo: { topicId },
      }),
    }
  })
}
