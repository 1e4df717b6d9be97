import { finishBatchIfDone } from '#lib/batches/finish-batch-if-done.ts'
import { pool } from '#lib/db/client.ts'
import type { Context } from '#lib/db/context.ts'
import { readingThreads } from '#lib/jobs/handlers/reading-threads.ts'
import type { Payloads } from '#lib/jobs/payloads.ts'
import { ingest, storedDocument } from '#lib/pipeline.ts'
import { currentVocabulary } from '#lib/vocabulary.ts'

/** Reads the documents that still wait; those that another run has read meanwhile are left alone. */
export async function readDocuments(ctx: Context, { documentIds }: Payloads['read-documents']): Promise<void> {
  const rows = await ctx.db.document.findMany({
    where: { id: { in: documentIds }, state: 'waiting', batch: { state: { not: 'undone' } } },
    orderBy: { id: 'asc' },
  })
  if (rows.length > 0) {
    await ingest(
      pool(),
      rows.map(storedDocument),
      await currentVocabulary(ctx.db),
      ctx.now(),
      (documents, vocabulary) => readingThreads.prepare(documents, vocabulary),
    )
  }
  const batches = await ctx.db.document.findMany({
    where: { id: { in: documentIds } },
    distinct: ['batchId'],
    select: { batchId: true },
  })
  for (const { batchId } of batches) await finishBatchIfDone(ctx.db, batchId, ctx.now())
}
