import type { Context } from '#lib/db/context.ts'
import { enqueue } from '#lib/jobs/queue.ts'

/**
 * Counts the stories again from their articles: how many, the first and the last. To be called in the transaction that
 * moved, withdrew or dated an article. A story left without articles keeps its row, so that an undo finds it; lists
 * leave it out by its count. What new articles are compared with is made again by the worker.
 */
export async function refreshStory(tx: Context, storyIds: readonly (string | null)[]): Promise<void> {
  // Always in the order of ids: two transactions that touch the same stories wait instead of locking each other out.
  const ids = [...new Set(storyIds.filter((id) => id !== null))].sort()
  if (ids.length === 0) return
  await tx.db.$queryRaw`SELECT id FROM story WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  await tx.db.$executeRaw`
    UPDATE story s
    SET article_count = counted.articles,
        first_at = coalesce(counted.first_at, s.first_at),
        last_at = coalesce(counted.last_at, s.last_at),
        updated_at = ${tx.now()}
    FROM (
      SELECT wanted.id, count(a.id)::int AS articles, min(a.sort_at) AS first_at, max(a.sort_at) AS last_at
      FROM unnest(${ids}::uuid[]) AS wanted(id)
      LEFT JOIN article a ON a.story_id = wanted.id AND a.withdrawn_at IS NULL
      GROUP BY wanted.id
    ) AS counted
    WHERE s.id = counted.id`
  await enqueue(tx.db, 'recentre-stories', { storyIds: ids })
}
