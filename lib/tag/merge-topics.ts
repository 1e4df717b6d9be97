import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { isDeskTopic } from '#lib/tag/is-desk-topic.ts'
import { askToLearn } from '#lib/tag/learn/ask-to-learn.ts'
import { TopicId } from '#lib/tag/topic-fields.ts'
import { TopicTerms } from '#lib/tag/topic-terms.ts'

export const MergeTopicsInput = z.object({ topicId: TopicId, intoId: TopicId })

/** What takes it back: the tags that moved, those that gave way to one that was there (whole rows), those that were accepted by it. */
const MergeUndo = z.object({
  topicId: TopicId,
  intoId: TopicId,
  moved: z.array(z.uuid()),
  given: z.array(z.record(z.string(), z.json())),
  raised: z.array(z.uuid()),
  children: z.array(TopicId),
  terms: z.object({ before: TopicTerms, after: TopicTerms }),
})
type MergeUndo = z.output<typeof MergeUndo>

/**
 * Makes a term of the desk's own part of another topic: its articles carry that one from then on, its names and words
 * suggest that one, what hung under it hangs under that one. It stays, retired, and its address leads there.
 *
 * Of an article that has both tags, the one of the topic that stays is kept and takes the stronger decision: accepted
 * before suggested. The other is kept in the event.
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
    const raised = await raiseShared(tx, topicId, intoId)
    const moved = await moveTags(tx, topicId, intoId)
    const given = await takeTheRest(tx, topicId)
    const children = await moveChildren(tx, topicId, intoId)
    const before = TopicTerms.parse(into.terms)
    const after = joined(before, [...namesOf(from), ...TopicTerms.parse(from.terms)])
    await tx.db.topic.update({ where: { id: intoId }, data: { terms: after } })
    await tx.db.topic.update({ where: { id: topicId }, data: { mergedIntoId: intoId, retiredAt: tx.now() } })
    const undo: MergeUndo = { topicId, intoId, moved, given, raised, children, terms: { before, after } }
    const eventId = await recordEvent(tx, {
      kind: 'topic.merged',
      subject: { type: 'topic', id: intoId },
      data: {
        name: from.labelAr ?? from.labelEn,
        into: into.labelAr ?? into.labelEn,
        articles: moved.length + given.length,
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
  const { topicId, intoId, moved, given, raised, children, terms } = MergeUndo.parse(payload)
  const { count } = await tx.db.topic.updateMany({
    where: { id: topicId, mergedIntoId: intoId },
    data: { mergedIntoId: null, retiredAt: null },
  })
  if (count === 0) throw new AppError('conflict', { topicId })
  await tx.db.$executeRaw`
    UPDATE article_tag SET topic_id = ${topicId} WHERE id = ANY(${moved}::uuid[]) AND topic_id = ${intoId}`
  await tx.db.$executeRaw`
    INSERT INTO article_tag SELECT * FROM jsonb_populate_recordset(NULL::article_tag, ${JSON.stringify(given)}::jsonb)
    ON CONFLICT DO NOTHING`
  await tx.db.articleTag.updateMany({
    where: { id: { in: raised }, topicId: intoId, state: 'accepted' },
    data: { state: 'suggested', userId: null, decidedAt: null },
  })
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

/** Where an article has both and only the one that goes was accepted, the one that stays is accepted too. */
async function raiseShared({ db }: Context, topicId: string, intoId: string): Promise<string[]> {
  const raised = await db.$queryRaw<{ id: string }[]>`
    UPDATE article_tag SET state = 'accepted', user_id = gone.user_id, decided_at = gone.decided_at
    FROM article_tag gone
    WHERE gone.topic_id = ${topicId} AND gone.state = 'accepted' AND article_tag.article_id = gone.article_id
      AND article_tag.topic_id = ${intoId} AND article_tag.state = 'suggested'
    RETURNING article_tag.id`
  return raised.map(({ id }) => id)
}

async function moveTags({ db }: Context, topicId: string, intoId: string): Promise<string[]> {
  const moved = await db.$queryRaw<{ id: string }[]>`
    UPDATE article_tag SET topic_id = ${intoId} WHERE topic_id = ${topicId}
      AND NOT EXISTS (SELECT 1 FROM article_tag there
                      WHERE there.article_id = article_tag.article_id AND there.topic_id = ${intoId})
    RETURNING id`
  return moved.map(({ id }) => id)
}

/** What could not move: its article has the other tag already. */
async function takeTheRest({ db }: Context, topicId: string): Promise<MergeUndo['given']> {
  const taken = await db.$queryRaw<{ row: MergeUndo['given'][number] }[]>`
    DELETE FROM article_tag t WHERE topic_id = ${topicId} RETURNING to_jsonb(t) AS row`
  return taken.map(({ row }) => row)
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
