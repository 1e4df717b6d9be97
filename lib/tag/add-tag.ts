import { z } from 'zod'
import { aboutArticles, ChosenArticles, chosenArticles } from '#lib/access/chosen-articles.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { newId } from '#lib/core/id.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { changeTagStates } from '#lib/tag/change-tag-states.ts'
import { askToLearn } from '#lib/tag/learn/ask-to-learn.ts'
import { SubjectInput, subjectColumn, subjectNames } from '#lib/tag/subject-input.ts'

export const AddTagInput = z.object({ ...ChosenArticles, subject: SubjectInput })

/** Who tags: a person overrules what was rejected, a rule of the desk does not. */
type By = { origin: 'person' } | { origin: 'rule'; evidence: { rule: string; name: string } }

/**
 * Tags articles with a topic, an entity or a country: a person's tag, accepted. What was suggested, or rejected before,
 * becomes accepted and keeps its evidence.
 * @throws AppError forbidden, notFound (also where the subject is retired)
 */
export async function addTag(ctx: Context, input: z.output<typeof AddTagInput>, by: By = { origin: 'person' }) {
  return inTransaction(ctx, async (tx) => {
    const ids = await chosenArticles(tx, input, 'article:tag')
    const { subject } = input
    const names = await subjectNames(tx, subject)
    const column = subjectColumn(subject)
    const known = Prisma.sql`t.article_id = ANY(${ids}::uuid[]) AND t.${column} = ${subject.id}
      AND ${by.origin === 'person' ? Prisma.sql`true` : Prisma.sql`t.state <> 'rejected'`}`
    const change = await changeTagStates(tx, known, 'accepted')
    // One decision, at one moment: by it undo knows what nobody has touched since.
    const { now } = change.undo
    const evidence = by.origin === 'person' ? { rule: 'person' } : by.evidence
    // The unique index decides between two editors who add the same tag at once.
    const added = await tx.db.$queryRaw<{ id: string }[]>`
      INSERT INTO article_tag (id, article_id, ${column}, origin, state, score, evidence, user_id, created_at, decided_at)
      SELECT new.id, new.article_id, ${subject.id}, ${by.origin}::tag_origin, 'accepted', 1, ${JSON.stringify(evidence)}::jsonb,
             ${now.userId}::uuid, ${now.decidedAt}::timestamptz, ${now.decidedAt}::timestamptz
      FROM unnest(${ids.map(() => newId())}::uuid[], ${ids}::uuid[]) AS new (id, article_id)
      ON CONFLICT DO NOTHING
      RETURNING id`
    const articles = change.articles + added.length
    if (articles === 0) return { note: 'unchanged' }
    const eventId = await recordEvent(tx, {
      kind: 'tag.added',
      ...aboutArticles(input),
      data: { ...subject, ar: names.ar, en: names.en, articles },
      undo: { ...change.undo, added: added.map((tag) => tag.id) },
    })
    await askToLearn(tx)
    return { eventId }
  })
}
