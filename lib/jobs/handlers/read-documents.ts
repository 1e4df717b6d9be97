import { finishBatchIfDone } from '#lib/batches/finish-batch-if-done.ts'
import { decompress } from '#lib/core/compress.ts'
import { pool } from '#lib/db/client.ts'
import type { Context } from '#lib/db/context.ts'
import type { Payloads } from '#lib/jobs/payloads.ts'
import { ingest, type StoredDocument } from '#lib/pipeline.ts'
import { currentVocabulary } from '#lib/vocabulary.ts'

/** Reads the documents that still wait; those that another run has read meanwhile are left alone. */
export async function readDocuments(ctx: Context, { documentIds }: Payloads['read-documents']): Promise<void> {
  const rows = await ctx.db.document.findMany({
    where: { id: { in: documentIds }, state: 'waiting', batch: { state: { not: 'undone' } } },
    orderBy: { id: 'asc' },
  })
  if (rows.length > 0) {
    const documents = rows.map(
      (row): StoredDocument => ({
        id: row.id,
        batchId: row.batchId,
        sha256: row.sha256,
        arrivedAt: row.receivedAt,
        receivedAt: row.receivedAt.toISOString(),
        bytes: decompress(row.bytes),
        mediaType: row.mediaType === 'text/html' ? 'text/html' : 'text/plain',
        path: row.path,
        ...(row.charset ? { charset: row.charset } : {}),
        ...(row.stated ? { stated: row.stated as NonNullable<StoredDocument['stated']> } : {}),
      }),
    )
    await ingest(pool(), documents, await currentVocabulary(ctx.db), ctx.now())
  }
  const batches = await ctx.db.document.findMany({
    where: { id: { in: documentIds } },
    distinct: ['batchId'],
    select: { batchId: true },
  })
  for (const { batchId } of batches) await finishBatchIfDone(ctx.db, batchId, ctx.now())
}
