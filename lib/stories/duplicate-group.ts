import { z } from 'zod'
import type { Context } from '#lib/db/context.ts'
import { SETTLE_GROUPS } from '#lib/db/settled.ts'

/** What takes a regrouping back: the group each article was in before. */
export const GroupsUndo = z.object({
  to: z.string().nullable(),
  before: z.array(z.object({ articleId: z.string(), groupId: z.string().nullable() })),
})
export type GroupsUndo = z.infer<typeof GroupsUndo>

/** Puts articles into a duplicate group, or into none; groups concerned find their primary again. */
export async function regroup(tx: Context, articleIds: readonly string[], to: string | null): Promise<GroupsUndo> {
  const before = await tx.db.$queryRaw<GroupsUndo['before']>`
    WITH before AS (
      SELECT id, duplicate_group_id FROM article
      WHERE id = ANY(${[...articleIds]}::uuid[]) AND duplicate_group_id IS DISTINCT FROM ${to}::uuid
      ORDER BY id FOR UPDATE
    )
    UPDATE article SET duplicate_group_id = ${to}::uuid, updated_at = ${tx.now()}
    FROM before WHERE article.id = before.id
    RETURNING article.id AS "articleId", before.duplicate_group_id AS "groupId"`
  await refreshGroup(tx, [to, ...before.map((row) => row.groupId)])
  return { to, before }
}

/** Puts articles back into the groups they were in; one that was regrouped since stays. */
export async function regroupBack(tx: Context, { to, before }: GroupsUndo): Promise<void> {
  await tx.db.$executeRaw`
    UPDATE article SET duplicate_group_id = was.group_id, updated_at = ${tx.now()}
    FROM unnest(${before.map((b) => b.articleId)}::uuid[], ${before.map((b) => b.groupId)}::uuid[]) AS was(id, group_id)
    WHERE article.id = was.id AND article.duplicate_group_id IS NOT DISTINCT FROM ${to}::uuid`
  await refreshGroup(tx, [to, ...before.map((row) => row.groupId)])
}

/** The primaries of groups whose articles have changed. */
export async function refreshGroup(tx: Context, groupIds: readonly (string | null)[]): Promise<void> {
  const ids = [...new Set(groupIds.filter((id) => id !== null))].sort()
  if (ids.length === 0) return
  await tx.db.$executeRawUnsafe(SETTLE_GROUPS, ids)
}
