import type { Context } from '#lib/db/context.ts'
import { SETTLE_STORIES } from '#lib/db/settled.ts'
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
  await tx.db.$executeRawUnsafe(SETTLE_STORIES, ids, tx.now())
  await enqueue(tx.db, 'recentre-stories', { storyIds: ids })
}
