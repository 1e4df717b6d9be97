import type { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { settleGroupsAndStories } from '#lib/batches/settle-groups-and-stories.ts'
import { BatchInput } from '#lib/batches/start-reading.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { enqueue } from '#lib/jobs/queue.ts'

/**
 * Brings an undone batch back. An article whose bytes or address have come in again meanwhile stays withdrawn, and its
 * document points to the one that is here.
 * @throws AppError forbidden, conflict (the batch is not undone)
 */
export function restoreBatch(ctx: Context, { batchId }: z.output<typeof BatchInput>): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'batch:manage')
    const batch = await tx.db.batch.findUnique({ where: { id: batchId } })
    const { count } = await tx.db.batch.updateMany({
      where: { id: batchId, state: 'undone' },
      data: { state: batch?.finishedAt ? 'done' : 'receiving', undoneAt: null },
    })
    if (!batch || count === 0) throw new AppError('conflict', { batchId })
    const back = await tx.db.$queryRaw<{ id: string }[]>`
      UPDATE article AS a SET withdrawn_at = NULL
      WHERE a.batch_id = ${batchId}::uuid AND a.withdrawn_at = ${batch.undoneAt}
        AND NOT EXISTS (SELECT 1 FROM article AS here WHERE here.withdrawn_at IS NULL AND here.document_sha256 = a.document_sha256)
        AND NOT EXISTS (SELECT 1 FROM article AS here WHERE here.withdrawn_at IS NULL AND here.address = a.address)
      RETURNING a.id`
    await tx.db.$executeRaw`
      UPDATE document AS d SET state = 'already', article_id = here.id,
        problem = jsonb_build_object('key', CASE WHEN here.document_sha256 = a.document_sha256 THEN 'same-bytes' ELSE 'same-address' END)
      FROM article AS a JOIN article AS here ON here.withdrawn_at IS NULL
        AND (here.document_sha256 = a.document_sha256 OR here.address = a.address)
      WHERE d.batch_id = ${batchId}::uuid AND d.article_id = a.id AND a.withdrawn_at IS NOT NULL`
    await settleGroupsAndStories(
      tx.db,
      back.map(({ id }) => id),
    )
    await enqueue(tx.db, 'recount-batch', { batchId }, { key: `recount:${batchId}` })
    const eventId = await recordEvent(tx, {
      kind: 'batch.restored',
      subject: { type: 'batch', id: batchId },
      data: { name: batch.name, count: back.length },
    })
    return { eventId }
  })
}

/** What takes back `batch.undone`. */
export async function undoUndoBatch(tx: Context, payload: unknown): Promise<void> {
  await restoreBatch(tx, BatchInput.parse(payload))
}
