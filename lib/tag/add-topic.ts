import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { newId } from '#lib/core/id.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { refuseAlike } from '#lib/tag/refuse-alike.ts'
import { TopicFields, TopicId } from '#lib/tag/topic-fields.ts'
import { slugOf } from '#lib/text/slug-of.ts'

export const AddTopicInput = TopicFields.and(z.object({ parentId: TopicId }))

/** Adds a term of the desk's own under a topic. @throws AppError notFound where the parent is missing or retired, topicExists, forbidden */
export async function addTopic(
  ctx: Context,
  { parentId, labelAr, labelEn, definitionAr, terms }: z.output<typeof AddTopicInput>,
): Promise<{ eventId: string; topicId: string; redirectTo: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'taxonomy:edit')
    const parent = await tx.db.topic.findUnique({ where: { id: parentId, retiredAt: null } })
    if (!parent) throw new AppError('notFound', { topicId: parentId })
    await refuseAlike(tx, [labelAr, labelEn])
    const unique = newId().slice(-12)
    const slug = slugOf(labelEn ?? '')
    // `desk:` keeps clear of IPTC's identifiers, now and in later releases.
    const id = `desk:${slug ? `${slug}-${unique.slice(-6)}` : unique}`
    await tx.db.topic.create({
      data: { id, parentId, labelAr, labelEn: labelEn ?? labelAr ?? '', definitionAr, terms },
    })
    const eventId = await recordEvent(tx, {
      kind: 'topic.added',
      subject: { type: 'topic', id },
      data: { name: labelAr ?? labelEn ?? '' },
      undo: { topicId: id },
    })
    return { eventId, topicId: id, redirectTo: `/topics/${encodeURIComponent(id)}` }
  })
}

/** Takes a new term away again while nothing hangs on it. @throws AppError conflict, forbidden */
export async function undoAddTopic(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'taxonomy:edit')
  const { topicId } = z.object({ topicId: TopicId }).parse(payload)
  const { count } = await tx.db.topic.deleteMany({ where: { id: topicId, tags: { none: {} }, children: { none: {} } } })
  if (count === 0) throw new AppError('conflict', { topicId })
}
