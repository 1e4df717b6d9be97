import { type Context, inTransaction } from '#lib/db/context.ts'
import { enqueue, FINDING_NAMES } from '#lib/jobs/queue.ts'

/** Counts anew in how many articles names are seen, and since when. Those seen nowhere any more, and undecided, go. */
export async function recountNames({ db }: Context, nameIds: string[]): Promise<void> {
  if (nameIds.length === 0) return
  await db.$queryRaw`SELECT id FROM seen_name WHERE id = ANY(${nameIds}::uuid[]) ORDER BY key FOR UPDATE`
  await db.$executeRaw`
    DELETE FROM seen_name n WHERE id = ANY(${nameIds}::uuid[]) AND decision IS NULL
      AND NOT EXISTS (SELECT 1 FROM seen_name_article WHERE name_id = n.id)`
  await db.$executeRaw`
    UPDATE seen_name n SET articles = c.articles, first_at = coalesce(c.first, n.first_at), last_at = coalesce(c.last, n.last_at)
    FROM (SELECT s.id, count(a.id)::int AS articles, min(a.sort_at) AS first, max(a.sort_at) AS last
          FROM seen_name s LEFT JOIN seen_name_article sa ON sa.name_id = s.id
          LEFT JOIN article a ON a.id = sa.article_id AND a.withdrawn_at IS NULL
          WHERE s.id = ANY(${nameIds}::uuid[]) GROUP BY s.id) c
    WHERE n.id = c.id`
}

/** How many articles one job looks at, as many as are read together. */
const TOGETHER = 200

/**
 * After a batch was undone or brought back: the names of its articles count those that are here. They are looked at
 * again: where the batch was undone soon, nobody had looked yet.
 */
export async function recountBatchNames(ctx: Context, batchId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const names = await tx.db.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT sa.name_id AS id FROM article a JOIN seen_name_article sa ON sa.article_id = a.id
      WHERE a.batch_id = ${batchId}::uuid`
    await recountNames(
      tx,
      names.map(({ id }) => id),
    )
    const here = await tx.db.article.findMany({ where: { batchId, withdrawnAt: null }, select: { id: true } })
    for (let at = 0; at < here.length; at += TOGETHER) {
      const articleIds = here.slice(at, at + TOGETHER).map(({ id }) => id)
      await enqueue(tx.db, 'find-names', { articleIds }, FINDING_NAMES)
    }
  })
}
