import type { Db } from '#lib/db/context.ts'

/** Articles were withdrawn or came back: their stories count again, and a group's primary is one that is here. */
export async function settleGroupsAndStories(db: Db, articleIds: string[]): Promise<void> {
  if (articleIds.length === 0) return
  await db.$executeRaw`
    WITH touched AS (SELECT DISTINCT story_id FROM article WHERE id = ANY(${articleIds}::uuid[]) AND story_id IS NOT NULL),
    counted AS (
      SELECT t.story_id, count(a.id)::int AS articles, min(a.sort_at) AS first_at, max(a.sort_at) AS last_at
      FROM touched AS t LEFT JOIN article AS a ON a.story_id = t.story_id AND a.withdrawn_at IS NULL GROUP BY t.story_id)
    UPDATE story SET article_count = c.articles, first_at = coalesce(c.first_at, story.first_at), last_at = coalesce(c.last_at, story.last_at)
    FROM counted AS c WHERE story.id = c.story_id`
  // The first full version again, as comparing chooses it; a person's choice stands while that article is here.
  await db.$executeRaw`
    UPDATE duplicate_group AS g SET primary_id = (
      SELECT a.id FROM article AS a WHERE a.duplicate_group_id = g.id AND a.withdrawn_at IS NULL
      ORDER BY a.word_count < 0.9 * (SELECT max(word_count) FROM article WHERE duplicate_group_id = g.id AND withdrawn_at IS NULL),
               a.published_at IS NULL, a.sort_at, a.id LIMIT 1)
    WHERE g.id IN (SELECT duplicate_group_id FROM article WHERE id = ANY(${articleIds}::uuid[]))
      AND (g.primary_set_by_id IS NULL
           OR NOT EXISTS (SELECT 1 FROM article WHERE id = g.primary_id AND withdrawn_at IS NULL))`
}
