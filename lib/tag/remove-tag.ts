import { z } from 'zod'
import { aboutArticles, ChosenArticles, chosenArticles } from '#lib/access/chosen-articles.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { changeTagStates } from '#lib/tag/change-tag-states.ts'
import { askToLearn } from '#lib/tag/learn/ask-to-learn.ts'
import { SubjectInput, subjectColumn, subjectNames } from '#lib/tag/subject-input.ts'

export const RemoveTagInput = z.object({ ...ChosenArticles, subject: SubjectInput })

/**
 * Takes a tag off articles. It is kept as rejected: a later rule does not bring back what a person took away.
 * @throws AppError forbidden, notFound
 */
export async function removeTag(ctx: Context, input: z.output<typeof RemoveTagInput>) {
  return inTransaction(ctx, async (tx) => {
    const ids = await chosenArticles(tx, input, 'article:tag')
    const { subject } = input
    const names = await subjectNames(tx, subject, 'retired too')
    const these = Prisma.sql`t.article_id = ANY(${ids}::uuid[]) AND t.${subjectColumn(subject)} = ${subject.id}`
    const change = await changeTagStates(tx, these, 'rejected')
    if (change.tags === 0) return { note: 'unchanged' }
    const eventId = await recordEvent(tx, {
      kind: 'tag.removed',
      ...aboutArticles(input),
      data: { ...subject, ar: names.ar, en: names.en, articles: change.articles },
      undo: change.undo,
    })
    await askToLearn(tx)
    return { eventId }
  })
}
