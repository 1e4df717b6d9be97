import { batchesOf } from '#lib/batches/batches-of.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'
import type { BatchOrigin, BatchState, DocumentState, FileState } from '#lib/db/generated/enums.ts'

export type BatchDetails = {
  id: string
  name: string
  origin: BatchOrigin
  state: BatchState
  createdAt: Date
  finishedAt: Date | null
  undoneAt: Date | null
  createdBy: string | null
  counts: Record<DocumentState, number>
  fileCounts: Record<FileState, number>
  /** The first files, those that failed before the others. */
  files: { id: string; path: string; size: number; state: FileState; problem: unknown }[]
}

const FILES = 50

/** One delivery with its figures. @throws AppError forbidden, notFound */
export async function getBatch({ db, actor }: Context, batchId: string): Promise<BatchDetails> {
  const [batch, documents, fileStates, files] = await Promise.all([
    db.batch.findFirst({
      where: { id: batchId, ...batchesOf(actor) },
      include: { createdBy: { select: { name: true } } },
    }),
    db.document.groupBy({ by: ['state'], where: { batchId }, _count: true }),
    db.batchFile.groupBy({ by: ['state'], where: { batchId }, _count: true }),
    db.batchFile.findMany({
      where: { batchId },
      select: { id: true, path: true, size: true, state: true, problem: true },
      // The enum's own order ends with `failed`.
      orderBy: [{ state: 'desc' }, { path: 'asc' }, { id: 'asc' }],
      take: FILES,
    }),
  ])
  if (!batch) throw new AppError('notFound', { batchId })
  const { id, name, origin, state, createdAt, finishedAt, undoneAt } = batch
  const counts = { waiting: 0, read: 0, already: 0, unreadable: 0 }
  for (const row of documents) counts[row.state] = row._count
  const fileCounts = { arriving: 0, waiting: 0, opened: 0, failed: 0 }
  for (const row of fileStates) fileCounts[row.state] = row._count
  return {
    id,
    name,
    origin,
    state,
    createdAt,
    finishedAt,
    undoneAt,
    createdBy: batch.createdBy?.name ?? null,
    counts,
    fileCounts,
    files: files.map((file) => ({ ...file, size: Number(file.size) })),
  }
}
