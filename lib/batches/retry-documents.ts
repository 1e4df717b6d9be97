import { z } from 'zod'
import { recordEvent } from '#lib/audit/record-event.ts'
import { batchesOf } from '#lib/batches/batches-of.ts'
import { enqueueFetching } from '#lib/batches/enqueue-fetching.ts'
import { enqueueOpening } from '#lib/batches/enqueue-opening.ts'
import { enqueuePages } from '#lib/batches/enqueue-pages.ts'
import { PAGE_TO_FETCH } from '#lib/batches/page-to-fetch.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'

/** One item, or without it all that could not be read. */
export const RetryDocumentsInput = z.object({ batchId: z.uuid(), documentId: z.uuid().optional() })

/**
 * Tries unreadable items again. Items that have their bytes are read again; one that never became a document (a broken
 * row, a locked entry) takes its whole file with it, where what is here already stays as it is; an address that gave
 * nothing is asked again.
 * @throws AppError forbidden, conflict (nothing to retry, or the batch is undone)
 */
export function retryDocuments(
  ctx: Context,
  { batchId, documentId }: z.output<typeof RetryDocumentsInput>,
): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    const batch = await tx.db.batch.findFirst({
      where: { id: batchId, ...batchesOf(tx.actor), state: { in: ['done', 'reading'] } },
    })
    if (!batch) throw new AppError('conflict', { batchId })
    const which = { batchId, state: 'unreadable' as const, ...(documentId ? { id: documentId } : {}) }
    const read = await tx.db.document.updateManyAndReturn({
      where: { ...which, size: { gt: 0 } },
      data: { state: 'waiting', problem: { key: 'retried' } },
      select: { id: true, mediaType: true, stated: true },
    })
    // What a feed gave broken can only come again with the feed.
    const broken = await tx.db.document.findMany({
      where: { ...which, size: 0, fileId: { not: null } },
      select: { id: true, fileId: true },
    })
    const brokenFiles = {
      batchId,
      OR: [
        { id: { in: broken.flatMap((item) => item.fileId ?? []) } },
        ...(documentId ? [] : [{ state: 'failed' as const }]),
      ],
    }
    const select = { id: true, size: true, path: true }
    const fetched =
      batch.origin === 'address'
        ? await tx.db.batchFile.updateManyAndReturn({
            where: { ...brokenFiles, state: 'failed' },
            data: { state: 'arriving' },
            select,
          })
        : []
    const opened = await tx.db.batchFile.updateManyAndReturn({
      where: { ...brokenFiles, state: { in: ['opened', 'failed'] } },
      data: { state: 'waiting' },
      select,
    })
    const files = [...fetched, ...opened]
    const count = read.length + broken.length
    if (count + files.length === 0) throw new AppError('conflict', { batchId })
    await tx.db.document.deleteMany({
      where: { batchId, state: 'unreadable', size: 0, fileId: { in: files.map((file) => file.id) } },
    })
    await tx.db.batch.update({ where: { id: batchId }, data: { state: 'reading', finishedAt: null } })
    await enqueueReading(
      tx,
      read.filter(({ mediaType }) => mediaType !== PAGE_TO_FETCH).map(({ id }) => id),
    )
    await enqueuePages(
      tx.db,
      read.filter(({ mediaType }) => mediaType === PAGE_TO_FETCH),
    )
    await enqueueFetching(tx.db, fetched)
    await enqueueOpening(tx.db, opened)
    const eventId = await recordEvent(tx, {
      kind: 'document.retried',
      subject: { type: 'batch', id: batchId },
      data: { name: batch.name, count: Math.max(count, files.length) },
    })
    return { eventId }
  })
}

async function enqueueReading({ db }: Context, ids: string[]): Promise<void> {
  const payloads: string[] = []
  for (let from = 0; from < ids.length; from += 200)
    payloads.push(JSON.stringify({ documentIds: ids.slice(from, from + 200) }))
  await db.$queryRaw`
    SELECT count(graphile_worker.add_job('read-documents', payload::json, max_attempts => 5)) AS jobs
    FROM unnest(${payloads}::text[]) AS payload`
}
