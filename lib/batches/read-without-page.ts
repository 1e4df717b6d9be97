import { finishBatchIfDone } from '#lib/batches/finish-batch-if-done.ts'
import { PAGE_TO_FETCH } from '#lib/batches/page-to-fetch.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { enqueue } from '#lib/jobs/queue.ts'

/**
 * The page of a document cannot be had: what its feed gave is read instead, and where that was no text at all, the
 * document is unreadable and says why.
 * @param problem of the last try; without one, what an earlier try left
 */
export async function readWithoutPage(ctx: Context, documentId: string, problem?: object): Promise<void> {
  await inTransaction(ctx, async ({ db, now }) => {
    const [document] = await db.$queryRaw<{ batchId: string; mediaType: string; problem: object | null }[]>`
      SELECT batch_id AS "batchId", media_type AS "mediaType", problem FROM document
      WHERE id = ${documentId}::uuid AND state = 'waiting' FOR UPDATE`
    if (!document) return
    if (document.mediaType !== PAGE_TO_FETCH) {
      await enqueue(db, 'read-documents', { documentIds: [documentId] })
      return
    }
    const reason = problem ?? document.problem ?? { key: 'gave-up' }
    await db.document.update({ where: { id: documentId }, data: { state: 'unreadable', problem: reason } })
    await finishBatchIfDone(db, document.batchId, now())
  })
}
