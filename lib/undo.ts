import { z } from 'zod'
import { undoAssignArticles } from '#lib/articles/assign-articles.ts'
import { undoSetArticleState } from '#lib/articles/set-article-state.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { undoEditSource } from '#lib/sources/edit-source.ts'
import { undoAddEntity } from '#lib/tag/add-entity.ts'
import { undoAddTopic } from '#lib/tag/add-topic.ts'
import { undoTagChange } from '#lib/tag/change-tag-states.ts'
import { undoEditEntity } from '#lib/tag/edit-entity.ts'
import { undoEditTopic } from '#lib/tag/edit-topic.ts'
import { undoRestoreEntity, undoRetireEntity } from '#lib/tag/retire-entity.ts'
import { undoRestoreTopic, undoRetireTopic } from '#lib/tag/retire-topic.ts'
import { undoChangeRole } from '#lib/users/change-role.ts'
import { undoDisableUser } from '#lib/users/disable-user.ts'

/** What takes back a kind of event, given what the event kept in `undo`. Each checks its own permission. */
type Undo = (tx: Context, payload: unknown) => Promise<void>

export const UNDO: Record<string, Undo> = {
  'article.moved': undoSetArticleState,
  'article.assigned': undoAssignArticles,
  'article.given-back': undoAssignArticles,
  'tags.decided': undoTagChange,
  'tags.accepted': undoTagChange,
  'tag.added': undoTagChange,
  'tag.removed': undoTagChange,
  'user.role-changed': undoChangeRole,
  'user.disabled': undoDisableUser,
  'source.edited': undoEditSource,
  'topic.added': undoAddTopic,
  'topic.edited': undoEditTopic,
  'topic.retired': undoRetireTopic,
  'topic.restored': undoRestoreTopic,
  'entity.added': undoAddEntity,
  'entity.edited': undoEditEntity,
  'entity.retired': undoRetireEntity,
  'entity.restored': undoRestoreEntity,
}

export const UndoInput = z.object({ eventId: z.uuid() })

/** Takes back one change of the actor's own. @throws AppError nothingToUndo, forbidden, conflict */
export async function undo(ctx: Context, { eventId }: z.output<typeof UndoInput>): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    // The condition is in the update: of two clicks, one finds a row.
    const [event] = await tx.db.auditEvent.updateManyAndReturn({
      where: { id: eventId, undoneAt: null, actorId: tx.actor.userId },
      data: { undoneAt: tx.now() },
    })
    const handler = event && UNDO[event.kind]
    if (!event || event.undo === null || !handler) throw new AppError('nothingToUndo', { eventId })
    await handler(tx, event.undo)
    await recordEvent(tx, {
      kind: 'change.undone',
      ...(event.subjectType && event.subjectId ? { subject: { type: event.subjectType, id: event.subjectId } } : {}),
      data: { kind: event.kind, eventId },
    })
    return { eventId: event.id }
  })
}
