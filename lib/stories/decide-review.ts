import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { markNotSameText } from '#lib/stories/mark-not-same-text.ts'
import { markSameText } from '#lib/stories/mark-same-text.ts'
import { mergeStories } from '#lib/stories/merge-stories.ts'
import { Reason } from '#lib/stories/reason.ts'
import { splitStory } from '#lib/stories/split-story.ts'
import { recordVerdicts, takeBackVerdicts, VerdictsUndo } from '#lib/stories/verdicts.ts'

export const DecideReviewInput = z.object({
  articleId: z.uuid(),
  otherId: z.uuid(),
  about: z.enum(['text', 'event']),
  same: z.stringbool(),
  reason: Reason,
})
type Decision = z.output<typeof DecideReviewInput>

/**
 * The editor's word on two articles that comparing was not sure of, and what follows from it: copies are put together or
 * parted, stories merged or the article split off. Where they lie as the editor says already, the word is only
 * remembered. Saying it again changes nothing. One event, with its undo. @throws AppError forbidden, notFound
 */
export async function decideReview(ctx: Context, decision: Decision): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    const { articleId, otherId, about, same, reason } = decision
    const found = await tx.db.article.findMany({ where: { id: { in: [articleId, otherId] }, withdrawnAt: null } })
    const [article, other] = [articleId, otherId].map((id) => found.find((one) => one.id === id))
    if (!article || !other || article === other) throw new AppError('notFound', { articleId, otherId })
    authorize(tx.actor, about === 'text' ? 'duplicate:decide' : 'story:edit')
    const place = about === 'text' ? 'duplicateGroupId' : 'storyId'
    const together = article[place] !== null && article[place] === other[place]
    if (same === together || !article.storyId || !other.storyId) return remember(tx, decision)
    if (about === 'text')
      return same
        ? markSameText(tx, { articleIds: [articleId, otherId], reason })
        : markNotSameText(tx, { articleId, otherId, reason })
    const { eventId } = same
      ? await mergeStories(tx, { storyId: other.storyId, otherIds: [article.storyId], reason })
      : await splitStory(tx, { storyId: article.storyId, articleIds: [articleId], reason })
    return { eventId }
  })
}

async function remember(tx: Context, { articleId, otherId, about, same, reason }: Decision) {
  const said = await recordVerdicts(tx, about, same, [[articleId, otherId]], reason)
  const eventId = await recordEvent(tx, {
    kind: about === 'text' ? 'duplicate.judged' : 'story.judged',
    subject: { type: 'article', id: articleId },
    data: { same: same ? 'yes' : 'no', otherId, reason },
    undo: { said },
  })
  return { eventId }
}

const Undo = z.object({ said: VerdictsUndo })

export async function undoDecideReview(tx: Context, payload: unknown): Promise<void> {
  const { said } = Undo.parse(payload)
  authorize(tx.actor, said.about === 'text' ? 'duplicate:decide' : 'story:edit')
  await takeBackVerdicts(tx, said)
}
