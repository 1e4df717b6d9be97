import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { MovesUndo, moveArticles, moveBack, withCopies } from '#lib/stories/move-articles.ts'
import { Reason } from '#lib/stories/reason.ts'
import { acrossPairs, representatives } from '#lib/stories/representatives.ts'
import { requireStory } from '#lib/stories/require-story.ts'
import { recordVerdicts, takeBackVerdicts, VerdictsUndo } from '#lib/stories/verdicts.ts'

export const MoveToStoryInput = z.object({
  articleIds: z.array(z.uuid()).min(1).max(500),
  storyId: z.uuid(),
  reason: Reason,
})

/**
 * These articles, with their copies, belong to that story and not to the one they were in.
 * @throws AppError forbidden, notFound, conflict where they are there already
 */
export async function moveToStory(
  ctx: Context,
  input: z.output<typeof MoveToStoryInput>,
): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    const story = await requireStory(tx, input.storyId)
    authorize(tx.actor, 'story:edit')
    const moving = await withCopies(tx, input.articleIds)
    if (moving.length === 0) throw new AppError('notFound', { articleIds: input.articleIds })
    const there = await representatives(tx, [story.id])
    const moves = await moveArticles(tx, moving, story.id)
    if (moves.moves.length === 0) throw new AppError('conflict', { storyId: story.id })
    const moved = moves.moves.map((move) => move.articleId)
    const left = await representatives(
      tx,
      moves.moves.flatMap((move) => move.from ?? []),
    )
    const apart = await recordVerdicts(
      tx,
      'event',
      false,
      acrossPairs(
        moved,
        left.map((text) => text.id),
      ),
      input.reason,
    )
    const together = await recordVerdicts(
      tx,
      'event',
      true,
      there.slice(0, 1).flatMap((text) => moved.map((id): [string, string] => [id, text.id])),
      input.reason,
    )
    const eventId = await recordEvent(tx, {
      kind: 'story.article-moved',
      subject: { type: 'article', id: input.articleIds[0] as string },
      data: { count: moved.length, storyId: story.id, reason: input.reason },
      undo: { apart, together, moves },
    })
    return { eventId }
  })
}

const Undo = z.object({ apart: VerdictsUndo, together: VerdictsUndo, moves: MovesUndo })

export async function undoMoveToStory(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'story:edit')
  const { apart, together, moves } = Undo.parse(payload)
  await moveBack(tx, moves)
  await takeBackVerdicts(tx, together)
  await takeBackVerdicts(tx, apart)
}
