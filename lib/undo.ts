import { z } from 'zod'
import { undoCreateAnnotation } from '#lib/annotate/create-annotation.ts'
import { undoDeleteAnnotation } from '#lib/annotate/delete-annotation.ts'
import { undoImportAnnotations } from '#lib/annotate/import-annotations.ts'
import { undoReplyToAnnotation } from '#lib/annotate/reply-to-annotation.ts'
import { undoResolveAnnotation } from '#lib/annotate/resolve-annotation.ts'
import { undoRetireLabel } from '#lib/annotate/retire-label.ts'
import { undoSaveLabel } from '#lib/annotate/save-label.ts'
import { undoAssignArticles } from '#lib/articles/assign-articles.ts'
import { undoDismissFlag } from '#lib/articles/dismiss-flag.ts'
import { undoSetArticleState } from '#lib/articles/set-article-state.ts'
import { undoSetDueTime } from '#lib/articles/set-due-time.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { undoUndoBatch } from '#lib/batches/restore-batch.ts'
import { undoBulkRun } from '#lib/bulk/undo-bulk-run.ts'
import { AppError } from '#lib/core/errors.ts'
import { undoEditField } from '#lib/correct/edit-field.ts'
import { undoEditText } from '#lib/correct/edit-text.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { undoRereadArticle } from '#lib/reread/undo-reread.ts'
import { undoReread } from '#lib/reread/undo-reread-run.ts'
import { RULE } from '#lib/rules/rule-standing.ts'
import { undoSaveRule } from '#lib/rules/save-rule.ts'
import { undoFlagged } from '#lib/rules/undo-flagged.ts'
import { undoAddFeed } from '#lib/sources/add-feed.ts'
import { undoEditSource } from '#lib/sources/edit-source.ts'
import { undoImportFeeds } from '#lib/sources/import-feeds.ts'
import { undoPauseFeed, undoResumeFeed } from '#lib/sources/pause-feed.ts'
import { undoRemoveFeed } from '#lib/sources/remove-feed.ts'
import { undoDecideReview } from '#lib/stories/decide-review.ts'
import { undoLockStory } from '#lib/stories/lock-story.ts'
import { undoMarkNotSameText } from '#lib/stories/mark-not-same-text.ts'
import { undoMarkSameText } from '#lib/stories/mark-same-text.ts'
import { undoMergeStories } from '#lib/stories/merge-stories.ts'
import { undoMoveToStory } from '#lib/stories/move-to-story.ts'
import { undoRemergeStories } from '#lib/stories/remerge-stories.ts'
import { undoRenameStory } from '#lib/stories/rename-story.ts'
import { undoSetPrimary } from '#lib/stories/set-primary.ts'
import { undoSplitStory } from '#lib/stories/split-story.ts'
import { undoAddEntity } from '#lib/tag/add-entity.ts'
import { undoAddTopic } from '#lib/tag/add-topic.ts'
import { undoTagChange } from '#lib/tag/change-tag-states.ts'
import { undoEditEntity } from '#lib/tag/edit-entity.ts'
import { undoEditTopic } from '#lib/tag/edit-topic.ts'
import { undoMergeEntities } from '#lib/tag/merge-entities.ts'
import { undoMergeTopics } from '#lib/tag/merge-topics.ts'
import { undoAddNameAsEntity } from '#lib/tag/new-names/add-name-as-entity.ts'
import { undoIgnoreName } from '#lib/tag/new-names/ignore-name.ts'
import { undoMergeName } from '#lib/tag/new-names/merge-name.ts'
import { undoRemoveRelation } from '#lib/tag/remove-relation.ts'
import { undoRestoreEntity, undoRetireEntity } from '#lib/tag/retire-entity.ts'
import { undoRestoreTopic, undoRetireTopic } from '#lib/tag/retire-topic.ts'
import { undoSetRelation } from '#lib/tag/set-relation.ts'
import { undoRevokeToken } from '#lib/tokens/revoke-token.ts'
import { undoChangeRole } from '#lib/users/change-role.ts'
import { undoDisableUser } from '#lib/users/disable-user.ts'
import { undoSaveWatch } from '#lib/watches/save-watch.ts'
import { WATCH } from '#lib/watches/watch-standing.ts'

/** What takes back a kind of event, given what the event kept in `undo`. Each checks its own permission. */
type Undo = (tx: Context, payload: unknown) => Promise<void>

export const UNDO: Record<string, Undo> = {
  'batch.undone': undoUndoBatch,
  'bulk.done': undoBulkRun,
  'bulk.stopped': undoBulkRun,
  'article.field-edited': undoEditField,
  'article.text-edited': undoEditText,
  'article.reread': undoRereadArticle,
  'reread.done': undoReread,
  'reread.stopped': undoReread,
  'rule.added': undoSaveRule,
  'rule.edited': undoSaveRule,
  'rule.paused': RULE.undoPause,
  'rule.resumed': RULE.undoResume,
  'rule.deleted': RULE.undoRemove,
  'watch.added': undoSaveWatch,
  'watch.edited': undoSaveWatch,
  'watch.paused': WATCH.undoPause,
  'watch.resumed': WATCH.undoResume,
  'watch.deleted': WATCH.undoRemove,
  'rule.flagged': undoFlagged,
  'flag.dismissed': undoDismissFlag,
  'flag.restored': undoDismissFlag,
  'annotation.created': undoCreateAnnotation,
  'annotation.replied': undoReplyToAnnotation,
  'annotation.resolved': undoResolveAnnotation,
  'annotation.reopened': undoResolveAnnotation,
  'annotation.deleted': undoDeleteAnnotation,
  'annotation.imported': undoImportAnnotations,
  'label.added': undoSaveLabel,
  'label.edited': undoSaveLabel,
  'label.retired': undoRetireLabel,
  'label.restored': undoRetireLabel,
  'duplicate.joined': undoMarkSameText,
  'duplicate.parted': undoMarkNotSameText,
  'duplicate.primary-set': undoSetPrimary,
  'duplicate.judged': undoDecideReview,
  'story.judged': undoDecideReview,
  'story.merged': undoMergeStories,
  'story.remerged': undoRemergeStories,
  'story.split': undoSplitStory,
  'story.article-moved': undoMoveToStory,
  'story.renamed': undoRenameStory,
  'story.locked': undoLockStory,
  'story.unlocked': undoLockStory,
  'article.moved': undoSetArticleState,
  'article.assigned': undoAssignArticles,
  'article.given-back': undoAssignArticles,
  'article.due-set': undoSetDueTime,
  'article.due-cleared': undoSetDueTime,
  'tags.decided': undoTagChange,
  'tags.accepted': undoTagChange,
  'tag.added': undoTagChange,
  'tag.removed': undoTagChange,
  'user.role-changed': undoChangeRole,
  'user.disabled': undoDisableUser,
  'token.revoked': undoRevokeToken,
  'source.edited': undoEditSource,
  'feed.added': undoAddFeed,
  'feed.removed': undoRemoveFeed,
  'feed.paused': undoPauseFeed,
  'feed.resumed': undoResumeFeed,
  'feed.imported': undoImportFeeds,
  'topic.added': undoAddTopic,
  'topic.edited': undoEditTopic,
  'topic.merged': undoMergeTopics,
  'topic.retired': undoRetireTopic,
  'topic.restored': undoRestoreTopic,
  'entity.added': undoAddEntity,
  'entity.edited': undoEditEntity,
  'entity.merged': undoMergeEntities,
  'entity.retired': undoRetireEntity,
  'entity.restored': undoRestoreEntity,
  'entity.relation-set': undoSetRelation,
  'entity.relation-removed': undoRemoveRelation,
  'name.added': undoAddNameAsEntity,
  'name.merged': undoMergeName,
  'name.ignored': undoIgnoreName,
}

/** What the machine does by itself, any editor may take back. */
const OF_THE_MACHINE = ['story.remerged']

export const UndoInput = z.object({ eventId: z.uuid() })

/** Takes back one change of the actor's own, or of the machine. @throws AppError nothingToUndo, forbidden, conflict */
export async function undo(ctx: Context, { eventId }: z.output<typeof UndoInput>): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    // The condition is in the update: of two clicks, one finds a row.
    const [event] = await tx.db.auditEvent.updateManyAndReturn({
      where: {
        id: eventId,
        undoneAt: null,
        OR: [{ actorId: tx.actor.userId }, { actorId: null, kind: { in: OF_THE_MACHINE } }],
      },
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
