import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { isDeskTopic } from '#lib/tag/is-desk-topic.ts'
import { askToLearn } from '#lib/tag/learn/ask-to-learn.ts'
import { MovedTags, moveTags, moveTagsBack } from '#lib/tag/move-tags.ts'
import { TopicId } from '#lib/tag/topic-fields.ts'
import { TopicTerms } from '#lib/tag/topic-terms.ts'

export const MergeTopicsInput = z.object({ topicId: TopicId, intoId: TopicId })

const MergeUndo = z.object({
  ...MovedTags.shape,
  topicId: TopicId,
  intoId: TopicId,
  children: z.array(TopicId),
  terms: z.object({ before: TopicTerms, after: TopicTerms }),
})
type MergeUndo = z.output<typeof MergeUndo>

/**
 * Makes a term of the desk's own part of another topic: its articles carry that one from then on, its names and words
 * suggest that one, what hung under it hangs under that one. It stays, retired, and its address leads there.
 * @throws AppError invalid for one of IPTC's, into itself, or into what hangs under it; notFound, forbidden
 */
export async function mergeTopics(
  ctx: Context,
  { topicId, intoId }: z.output<typeof MergeTopicsInput>,
): Promise<{ eventId: string; redirectTo: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'taxonomy:edit')
    const [from, into] = await Promise.all([inUse(tx, topicId), inUse(tx, intoId)])
    if (!isDeskTopic(topicId) || (await isUnder(tx, intoId, topicId)))
      throw new AppError('invalid', { topicId, intoId })
    const tags = await moveTags(tx, 'topic_id', topicId, intoId)
    const children = await moveChildren(tx, topicId, intoId)
    const before = TopicTerms.parse(into.terms)
    const after = joined(before, [...namesOf(from), ...TopicTerms.parse(from.terms)])
    await tx.db.topic.update({ where: { id: intoId }, data: { terms: after } })
    await tx.db.topic.update({ where: { id: topicId }, data: { mergedIntoId: intoId, retiredAt: tx.now() } })
    const undo: MergeUndo = { ...tags, topicId, intoId, children, terms: { before, after } }
    const eventId = await recordEvent(tx, {
      kind: 'topic.merged',
      subject: { type: 'topic', id: intoId },
      data: {
        name: from.labelAr ?? from.labelEn,
        into: into.labelAr ?? into.labelEn,
        articles: tags.moved.length + tags.given.length,
      },
      undo,
    })
    await askToLearn(tx)
    return { eventId, redirectTo: `/topics/${encodeURIComponent(intoId)}` }
  })
}

/** Parts them again as they were; tags given since stay where they are. @throws AppError conflict, forbidden */
export async function undoMergeTopics(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'taxonomy:edit')
  const { topicId, intoId, children, terms, ...tags } = MergeUndo.parse(payload)
  const { count } = await tx.db.topic.updateMany({
    where: { id: topicId, mergedIntoId: intoId },
    data: { mergedIntoId: null, retiredAt: null },
  })
  if (count === 0) throw new AppError('conflict', { topicId })
  await moveTagsBack(tx, 'topic_id', topicId, intoId, tags)
  await tx.db.topic.updateMany({ where: { id: { in: children }, parentId: intoId }, data: { parentId: topicId } })
  const now = await tx.db.topic.findUnique({ where: { id: intoId } })
  // Words that somebody has edited since are theirs.
  if (JSON.stringify(TopicTerms.parse(now?.terms)) === JSON.stringify(terms.after))
    await tx.db.topic.update({ where: { id: intoId }, data: { terms: terms.before } })
  await askToLearn(tx)
}

async function inUse({ db }: Context, id: string) {
  const topic = await db.topic.findUnique({ where: { id, retiredAt: null } })
  if (!topic) throw new AppError('notFound', { topicId: id })
  return topic
}

/** Whether `id` is `above`, or somewhere under it. */
async function isUnder({ db }: Context, id: string, above: string): Promise<boolean> {
  const found = await db.$queryRaw<unknown[]>`
    WITH RECURSIVE up AS (
      SELECT id, parent_id FROM topic WHERE id = ${id}
      UNION SELECT t.id, t.parent_id FROM topic t JOIN up ON t.id = up.parent_id
    ) SELECT 1 FROM up WHERE id = ${above}`
  return found.length > 0
}

async function moveChildren({ db }: Context, topicId: string, intoId: string): Promise<string[]> {
  const moved = await db.topic.updateManyAndReturn({
    where: { parentId: topicId },
    data: { parentId: intoId },
    select: { id: true },
  })
  return moved.map(({ id }) => id)
}

/** A merged topic's names are enough alone, as they were the topic. */
const namesOf = ({ labelAr, labelEn }: { labelAr: string | null; labelEn: string }): TopicTerms => [
  ...(labelAr ? [{ t: labelAr, w: 2, language: 'ar' }] : []),
  ...(labelEn && labelEn !== labelAr ? [{ t: labelEn, w: 2, language: 'en' }] : []),
]

/** What the topic that stays says of a word outranks what the other said. */
function joined(own: TopicTerms, more: TopicTerms): TopicTerms {
  const terms = new Map(own.map((term) => [term.t, term]))
  for (const term of more) if (!terms.has(term.t)) terms.set(term.t, term)
  return [...terms.values()]
}
