import type { Db } from '#lib/db/context.ts'

/**
 * Marks a batch done when no file and no document of it waits any more; otherwise changes nothing. Call it at the end
 * of whatever settles documents, inside that transaction or after it.
 * @returns whether this call finished it
 */
export async function finishBatchIfDone(db: Db, batchId: string, now: Date): Promise<boolean> {
  // Of two transactions that settle the last documents side by side, each still sees the other's as waiting. The lock
  // lets the second one look only after the first has committed. NO KEY: inserts that refer to the batch go on.
  await db.$queryRaw`SELECT 1 AS locked FROM batch WHERE id = ${batchId}::uuid FOR NO KEY UPDATE`
  const finished = await db.$executeRaw`
    UPDATE batch SET state = 'done', finished_at = ${now}
    WHERE id = ${batchId}::uuid AND state = 'reading'
      AND NOT EXISTS (SELECT 1 FROM batch_file WHERE batch_id = batch.id AND state IN ('arriving', 'waiting'))
      AND NOT EXISTS (SELECT 1 FROM document WHERE batch_id = batch.id AND state = 'waiting')`
  return finished > 0
}
