import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { MovesUndo, moveArticles, moveBack } from '#lib/stories/move-articles.ts'
import { Reason } from '#lib/stories/reason.ts'
import { representatives } from '#lib/stories/representatives.ts'
import { requireStory } from '#lib/stories/require-story.ts'
import { forgetRefusals, recordVerdicts, takeBackVerdicts, VerdictsUndo } from '#lib/stories/verdicts.ts'

export const MergeStoriesInput = z.object({
  /** The story that stays. */
  storyId: z.uuid(),
  otherIds: z.array(z.uuid()).min(1).max(50),
  reason: Reason,
})

/**
 * These stories are one event. The others are left empty; nothing is deleted.
 * @throws AppError forbidden, notFound, conflict where the others are empty already
 */
export async function mergeStories(ctx: Context, input: z.output<typeof MergeStoriesInput>) {
  return inTransaction(ctx, async (tx) => {
    const story = await requireStory(tx, input.storyId)
    authorize(tx.actor, 'story:edit')
    const others = [...new Set(input.otherIds)].filter((id) => id !== story.id)
    const texts = await representatives(tx, [story.id, ...others])
    const mine = texts.find((text) => text.storyId === story.id)
    const first = others.flatMap((id) => texts.find((text) => text.storyId === id) ?? [])
    if (!mine || first.length !== others.length || first.length === 0) throw new AppError('conflict', { others })
    const forgotten = await forgetRefusals(
      tx,
      'event',
      texts.map((text) => text.id),
    )
    const said = await recordVerdicts(
      tx,
      'event',
      true,
      first.map((text) => [mine.id, text.id]),
      input.reason,
    )
    const articles = await tx.db.article.findMany({ where: { storyId: { in: others } }, select: { id: true } })
    const moves = await moveArticles(
      tx,
      articles.map((article) => article.id),
      story.id,
    )
    const eventId = await recordEvent(tx, {
      kind: 'story.merged',
      subject: { type: 'story', id: story.id },
      data: { count: others.length, otherIds: others, reason: input.reason },
      undo: { forgotten, said, moves },
    })
    return { eventId, redirectTo: `/stories/${story.id}` }
  })
}

const Undo = z.object({ forgotten: VerdictsUndo, said: VerdictsUndo, moves: MovesUndo })

export async function undoMergeStories(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'story:edit')
  const { forgotten, said, moves } = Undo.parse(payload)
  await moveBack(tx, moves)
  await takeBackVerdicts(tx, said)
  await takeBackVerdicts(tx, forgotten)
}
