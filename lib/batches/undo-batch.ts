import type { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { settleGroupsAndStories } from '#lib/batches/settle-groups-and-stories.ts'
import type { BatchInput } from '#lib/batches/start-reading.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { enqueue } from '#lib/jobs/queue.ts'

/**
 * Withdraws a batch: its articles leave every list, nothing is deleted. What another batch has delivered too stays, and
 * belongs to that one from then on.
 * @throws AppError forbidden, batchBusy (it is being read), conflict (undone already), notFound
 */
export function undoBatch(ctx: Context, { batchId }: z.output<typeof BatchInput>): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'batch:manage')
    const now = tx.now()
    const [batch] = await tx.db.batch.updateManyAndReturn({
      where: { id: batchId, state: { in: ['done', 'receiving'] } },
      data: { state: 'undone', undoneAt: now },
      select: { name: true },
    })
    if (!batch) throw await refusal(tx, batchId)
    await tx.db.$executeRaw`
      WITH elsewhere AS (
        SELECT DISTINCT ON (d.article_id) d.id AS document_id, d.article_id, d.batch_id
        FROM document AS d JOIN article AS a ON a.id = d.article_id JOIN batch AS b ON b.id = d.batch_id
        WHERE a.batch_id = ${batchId}::uuid AND a.withdrawn_at IS NULL AND d.state = 'already'
          AND b.id <> ${batchId}::uuid AND b.state <> 'undone'
        ORDER BY d.article_id, d.id
      ), moved AS (
        UPDATE article SET batch_id = e.batch_id FROM elsewhere AS e WHERE article.id = e.article_id
      )
      UPDATE document SET state = 'read', problem = NULL FROM elsewhere AS e WHERE document.id = e.document_id`
    const withdrawn = await tx.db.$queryRaw<{ id: string }[]>`
      UPDATE article SET withdrawn_at = ${now} WHERE batch_id = ${batchId}::uuid AND withdrawn_at IS NULL RETURNING id`
    await settleGroupsAndStories(
      tx.db,
      withdrawn.map(({ id }) => id),
    )
    await enqueue(tx.db, 'recount-batch', { batchId }, { key: `recount:${batchId}` })
    const eventId = await recordEvent(tx, {
      kind: 'batch.undone',
      subject: { type: 'batch', id: batchId },
      data: { name: batch.name, count: withdrawn.length },
      undo: { batchId },
    })
    return { eventId }
  })
}

async function refusal({ db }: Context, batchId: string): Promise<AppError> {
  const batch = await db.batch.findUnique({ where: { id: batchId }, select: { state: true } })
  if (!batch) return new AppError('notFound', { batchId })
  return new AppError(batch.state === 'reading' ? 'batchBusy' : 'conflict', { batchId })
}
