import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { isDeskTopic } from '#lib/tag/is-desk-topic.ts'
import { refuseAlike } from '#lib/tag/refuse-alike.ts'
import { TopicFields, TopicId } from '#lib/tag/topic-fields.ts'
import { TopicTerms } from '#lib/tag/topic-terms.ts'

export const EditTopicInput = TopicFields.and(z.object({ topicId: TopicId }))
const Stored = z.object({
  labelAr: z.string().nullable(),
  labelEn: z.string(),
  definitionAr: z.string().nullable(),
  terms: TopicTerms,
})
type Stored = z.infer<typeof Stored>
/** An event from before a field was there says nothing about it. */
const Kept = Stored.partial()

/**
 * Renames a topic, says what belongs under it, and sets the words that suggest it. The English name of an IPTC topic is IPTC's and stays.
 * @throws AppError notFound, topicExists where it would get another topic's name, forbidden
 */
export async function editTopic(
  ctx: Context,
  { topicId, labelAr, labelEn, definitionAr, terms }: z.output<typeof EditTopicInput>,
): Promise<{ eventId?: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'taxonomy:edit')
    const before = await storedTopic(tx, topicId)
    if (!before) throw new AppError('notFound', { topicId })
    const after = {
      labelAr,
      labelEn: isDeskTopic(topicId) ? (labelEn ?? labelAr ?? before.labelEn) : before.labelEn,
      definitionAr,
      terms: withLanguages(terms, before.terms),
    }
    if (same(before, after)) return {}
    const renamed = [after.labelAr, after.labelEn].filter(
      (label) => label !== before.labelAr && label !== before.labelEn,
    )
    await refuseAlike(tx, renamed, topicId)
    await tx.db.topic.update({ where: { id: topicId }, data: after })
    return {
      eventId: await recordEvent(tx, {
        kind: 'topic.edited',
        subject: { type: 'topic', id: topicId },
        data: { name: after.labelAr ?? after.labelEn },
        undo: { topicId, before, after },
      }),
    }
  })
}

/** Puts back what stood before, unless somebody has changed it since. @throws AppError conflict, forbidden */
export async function undoEditTopic(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'taxonomy:edit')
  const { topicId, before, after } = z.object({ topicId: TopicId, before: Kept, after: Kept }).parse(payload)
  const now = await storedTopic(tx, topicId)
  if (!now || !same(now, Stored.parse({ ...now, ...after }))) throw new AppError('conflict', { topicId })
  await tx.db.topic.update({ where: { id: topicId }, data: Stored.parse({ ...now, ...before }) })
}

async function storedTopic({ db }: Context, id: string): Promise<Stored | null> {
  const topic = await db.topic.findUnique({ where: { id } })
  return topic && Stored.parse(topic)
}

const same = (a: Stored, b: Stored) => JSON.stringify(Stored.parse(a)) === JSON.stringify(Stored.parse(b))

/** A form does not say a term's language: what was there keeps its own. */
function withLanguages(terms: TopicTerms, before: TopicTerms): TopicTerms {
  const language = new Map(before.map((term) => [term.t, term.language]))
  return terms.map((term) => ({ ...term, language: language.get(term.t) ?? term.language }))
}
