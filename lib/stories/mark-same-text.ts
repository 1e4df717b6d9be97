import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { newId } from '#lib/core/id.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { GroupsUndo, regroup, regroupBack } from '#lib/stories/duplicate-group.ts'
import { MovesUndo, moveArticles, moveBack, withCopies } from '#lib/stories/move-articles.ts'
import { Reason } from '#lib/stories/reason.ts'
import { forgetRefusals, recordVerdicts, takeBackVerdicts, VerdictsUndo } from '#lib/stories/verdicts.ts'

export const MarkSameTextInput = z.object({
  articleIds: z.array(z.uuid()).min(2).max(500),
  reason: Reason,
})

/**
 * These articles carry one text: the editor says so. They and their copies become one group in one story, the story
 * with most articles. @throws AppError forbidden, notFound
 */
export async function markSameText(
  ctx: Context,
  input: z.output<typeof MarkSameTextInput>,
): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    const ids = [...new Set(input.articleIds)].sort()
    const articles = await tx.db.$queryRaw<{ id: string; storyId: string | null; groupId: string | null }[]>`
      SELECT id, story_id AS "storyId", duplicate_group_id AS "groupId" FROM article
      WHERE id = ANY(${ids}::uuid[]) AND withdrawn_at IS NULL ORDER BY id FOR UPDATE`
    if (articles.length !== ids.length || ids.length < 2) throw new AppError('notFound', { ids })
    authorize(tx.actor, 'duplicate:decide')
    const all = await withCopies(tx, ids)
    const forgotten = await forgetRefusals(tx, 'text', all)
    // A chain says it of all: the same as the first.
    const said = await recordVerdicts(
      tx,
      'text',
      true,
      ids.slice(1).map((id) => [ids[0] as string, id]),
      input.reason,
    )
    const group =
      articles.find((a) => a.groupId)?.groupId ?? (await tx.db.duplicateGroup.create({ data: { id: newId() } })).id
    const groups = await regroup(tx, all, group)
    const storyId = await largestStory(
      tx,
      articles.flatMap((a) => a.storyId ?? []),
    )
    const moves = storyId ? await moveArticles(tx, all, storyId) : null
    const eventId = await recordEvent(tx, {
      kind: 'duplicate.joined',
      subject: { type: 'article', id: input.articleIds[0] as string },
      data: { count: all.length, articleIds: ids, reason: input.reason },
      undo: { forgotten, said, groups, moves },
    })
    return { eventId }
  })
}

async function largestStory(tx: Context, storyIds: string[]): Promise<string | null> {
  const story = await tx.db.story.findFirst({
    where: { id: { in: storyIds } },
    orderBy: [{ articleCount: 'desc' }, { firstAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  return story?.id ?? null
}

const Undo = z.object({ forgotten: VerdictsUndo, said: VerdictsUndo, groups: GroupsUndo, moves: MovesUndo.nullable() })

export async function undoMarkSameText(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'duplicate:decide')
  const { forgotten, said, groups, moves } = Undo.parse(payload)
  if (moves) await moveBack(tx, moves)
  await regroupBack(tx, groups)
  await takeBackVerdicts(tx, said)
  await takeBackVerdicts(tx, forgotten)
}
