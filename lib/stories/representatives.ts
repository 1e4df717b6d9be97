import type { Context } from '#lib/db/context.ts'

/** One article of each text in these stories, the first: what is said of it holds for its copies. */
export async function representatives(
  tx: Context,
  storyIds: readonly string[],
): Promise<{ id: string; storyId: string }[]> {
  return tx.db.$queryRaw`
    SELECT DISTINCT ON (story_id, coalesce(duplicate_group_id, id)) id, story_id AS "storyId"
    FROM article WHERE story_id = ANY(${[...storyIds]}::uuid[]) AND withdrawn_at IS NULL
    ORDER BY story_id, coalesce(duplicate_group_id, id), sort_at, id`
}

/** All pairs between two lists. */
export const acrossPairs = (left: readonly string[], right: readonly string[]): [string, string][] =>
  left.flatMap((a) => right.map((b): [string, string] => [a, b]))
