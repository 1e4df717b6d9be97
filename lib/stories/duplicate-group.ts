import { z } from 'zod'
import type { Context } from '#lib/db/context.ts'

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

/** A copy with so much of the longest one's words is a full version. */
const FULL_VERSION = 0.9

/**
 * The primary of a group whose articles have changed: the first full version, not the first row. One that an editor has
 * chosen stays for as long as it is in the group.
 */
export async function refreshGroup(tx: Context, groupIds: readonly (string | null)[]): Promise<void> {
  const ids = [...new Set(groupIds.filter((id) => id !== null))].sort()
  if (ids.length === 0) return
  await tx.db.$executeRaw`
    UPDATE duplicate_group g SET primary_set_by_id = NULL, primary_id = (
      SELECT a.id FROM article a
      WHERE a.duplicate_group_id = g.id AND a.withdrawn_at IS NULL AND a.word_count >= ${FULL_VERSION}::float8 * (
        SELECT max(b.word_count) FROM article b WHERE b.duplicate_group_id = g.id AND b.withdrawn_at IS NULL)
      ORDER BY a.published_at IS NULL, a.sort_at, a.id LIMIT 1)
    WHERE g.id = ANY(${ids}::uuid[]) AND (g.primary_set_by_id IS NULL OR NOT EXISTS (
      SELECT 1 FROM article p WHERE p.id = g.primary_id AND p.duplicate_group_id = g.id AND p.withdrawn_at IS NULL))`
}
