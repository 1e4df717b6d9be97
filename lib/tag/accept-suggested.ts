import { z } from 'zod'
import { aboutArticles, ChosenArticles, chosenArticles } from '#lib/access/chosen-articles.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { isSureTag } from '#lib/db/is-sure-tag.ts'
import { changeTagStates } from '#lib/tag/change-tag-states.ts'
import { askToLearn } from '#lib/tag/learn/ask-to-learn.ts'

export const AcceptSuggestedInput = z.object(ChosenArticles)

/**
 * Accepts what is suggested for these articles, but not what learning is not sure of: those wait for an answer of their
 * own, so that "accept all" is right nine times in ten (lib/tag/learn/calibrate.ts).
 * @throws AppError forbidden, notFound
 */
export async function acceptSuggested(ctx: Context, input: z.output<typeof AcceptSuggestedInput>) {
  return inTransaction(ctx, async (tx) => {
    const ids = await chosenArticles(tx, input, 'article:tag')
    const suggested = Prisma.sql`t.article_id = ANY(${ids}::uuid[]) AND t.state = 'suggested'
      AND ${isSureTag}`
    const change = await changeTagStates(tx, suggested, 'accepted')
    if (change.tags === 0) return { note: 'unchanged' }
    const eventId = await recordEvent(tx, {
      kind: 'tags.accepted',
      ...aboutArticles(input),
      data: { count: change.tags, articles: change.articles },
      undo: change.undo,
    })
    await askToLearn(tx)
    return { eventId }
  })
}
