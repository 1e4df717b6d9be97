import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { TagState } from '#lib/db/generated/enums.ts'
import { askToLearn } from '#lib/tag/learn/ask-to-learn.ts'

const Decision = z.object({
  state: z.enum(TagState),
  userId: z.uuid().nullable(),
  decidedAt: z.iso.datetime().nullable(),
})

/** What takes a change of tags back: the decision that was made, and what stood before it. */
const TagUndo = z.object({
  now: Decision,
  before: z.array(z.object({ ...Decision.shape, ids: z.array(z.uuid()) })),
  /** Tags that did not exist before. */
  added: z.array(z.uuid()).default([]),
})
export type TagUndo = z.output<typeof TagUndo>
type Decision = z.output<typeof Decision>
type Changed = { id: string; articleId: string; state: TagState; userId: string | null; decidedAt: Date | null }

/** The decision this actor makes now. A tag that goes back to `suggested` is nobody's decision. */
const decisionOf = ({ actor, now }: Context, state: TagState): Decision =>
  state === 'suggested'
    ? { state, userId: null, decidedAt: null }
    : { state, userId: actor.userId, decidedAt: now().toISOString() }

/**
 * Brings all tags that `which` names (a condition on `article_tag` as `t`) into a state; those in it are left alone.
 * @returns how many tags of how many articles changed, and what takes it back
 */
export async function changeTagStates(
  tx: Context,
  which: Prisma.Sql,
  state: TagState,
): Promise<{ tags: number; articles: number; undo: TagUndo }> {
  const now = decisionOf(tx, state)
  const changed = await tx.db.$queryRaw<Changed[]>`
    UPDATE article_tag
    SET state = ${state}::tag_state, user_id = ${now.userId}::uuid, decided_at = ${now.decidedAt}::timestamptz
    FROM (SELECT t.* FROM article_tag t
          WHERE ${which} AND t.state <> ${state}::tag_state
          ORDER BY t.id FOR UPDATE) AS old
    WHERE article_tag.id = old.id
    RETURNING old.id, old.article_id AS "articleId", old.state::text AS state, old.user_id AS "userId",
              old.decided_at AS "decidedAt"`
  const alike = Map.groupBy(changed, (tag) => `${tag.state} ${tag.userId} ${tag.decidedAt?.getTime()}`)
  const before = [...alike.values()].flatMap((tags) => {
    const [first] = tags
    if (!first) return []
    const decidedAt = first.decidedAt?.toISOString() ?? null
    return [{ state: first.state, userId: first.userId, decidedAt, ids: tags.map((tag) => tag.id) }]
  })
  const articles = new Set(changed.map((tag) => tag.articleId)).size
  return { tags: changed.length, articles, undo: { now, before, added: [] } }
}

/** Restores exactly what stood before; a tag that somebody has decided on since keeps that decision. */
export async function undoTagChange(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'article:tag')
  const { now, before, added } = TagUndo.parse(payload)
  const unchanged = Prisma.sql`state = ${now.state}::tag_state AND user_id IS NOT DISTINCT FROM ${now.userId}::uuid
    AND decided_at IS NOT DISTINCT FROM ${now.decidedAt}::timestamptz`
  for (const { ids, state, userId, decidedAt } of before) {
    await tx.db.$executeRaw`
      UPDATE article_tag
      SET state = ${state}::tag_state, user_id = ${userId}::uuid, decided_at = ${decidedAt}::timestamptz
      WHERE id = ANY(${ids}::uuid[]) AND ${unchanged}`
  }
  if (added.length > 0)
    await tx.db.$executeRaw`DELETE FROM article_tag WHERE id = ANY(${added}::uuid[]) AND ${unchanged}`
  await askToLearn(tx)
}
