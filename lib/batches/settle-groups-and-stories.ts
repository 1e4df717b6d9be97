import type { Db } from '#lib/db/context.ts'
import { SETTLE_GROUPS, SETTLE_STORIES } from '#lib/db/settled.ts'

/** Articles were withdrawn or came back: their stories count again, and a group's primary is one that is here. */
export async function settleGroupsAndStories(db: Db, articleIds: string[]): Promise<void> {
  if (articleIds.length === 0) return
  const [touched] = await db.$queryRaw<{ stories: string[]; groups: string[] }[]>`
    SELECT coalesce(array_agg(DISTINCT story_id) FILTER (WHERE story_id IS NOT NULL), '{}') AS stories,
      coalesce(array_agg(DISTINCT duplicate_group_id) FILTER (WHERE duplicate_group_id IS NOT NULL), '{}') AS groups
    FROM article WHERE id = ANY(${articleIds}::uuid[])`
  await db.$executeRawUnsafe(SETTLE_STORIES, touched?.stories ?? [], null)
  await db.$executeRawUnsafe(SETTLE_GROUPS, touched?.groups ?? [])
}
