import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { MovesUndo, moveArticles, moveBack, withCopies } from '#lib/stories/move-articles.ts'
import { newStory } from '#lib/stories/new-story.ts'
import { Reason } from '#lib/stories/reason.ts'
import { acrossPairs, representatives } from '#lib/stories/representatives.ts'
import { requireStory } from '#lib/stories/require-story.ts'
import { recordVerdicts, takeBackVerdicts, VerdictsUndo } from '#lib/stories/verdicts.ts'

export const SplitStoryInput = z.object({
  storyId: z.uuid(),
  /** Those that leave, with their copies; at least one text must stay. */
  articleIds: z.array(z.uuid()).min(1).max(500),
  reason: Reason,
})

/**
 * These articles tell of another event: they become a story of their own, and no re-run brings them back.
 * @throws AppError forbidden, notFound, conflict where nothing would leave or nothing would stay
 */
export async function splitStory(ctx: Context, input: z.output<typeof SplitStoryInput>) {
  return inTransaction(ctx, async (tx) => {
    const story = await requireStory(tx, input.storyId)
    authorize(tx.actor, 'story:edit')
    const chosen = await tx.db.article.findMany({
      where: { id: { in: input.articleIds }, storyId: story.id, withdrawnAt: null },
      select: { id: true },
    })
    const leaving = new Set(
      await withCopies(
        tx,
        chosen.map((article) => article.id),
      ),
    )
    const texts = await representatives(tx, [story.id])
    const [going, staying] = [
      texts.filter((text) => leaving.has(text.id)),
      texts.filter((text) => !leaving.has(text.id)),
    ]
    if (going.length === 0 || staying.length === 0) throw new AppError('conflict', { storyId: story.id })
    const own = await newStory(tx, story)
    const moves = await moveArticles(tx, [...leaving], own)
    const pairs = acrossPairs(
      going.map((text) => text.id),
      staying.map((text) => text.id),
    )
    const said = await recordVerdicts(tx, 'event', false, pairs, input.reason)
    const eventId = await recordEvent(tx, {
      kind: 'story.split',
      subject: { type: 'story', id: story.id },
      data: { count: moves.moves.length, intoId: own, reason: input.reason },
      undo: { said, moves },
    })
    return { eventId, redirectTo: `/stories/${own}` }
  })
}

const Undo = z.object({ said: VerdictsUndo, moves: MovesUndo })

export async function undoSplitStory(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'story:edit')
  const { said, moves } = Undo.parse(payload)
  await moveBack(tx, moves)
  await takeBackVerdicts(tx, said)
}
