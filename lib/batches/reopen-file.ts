import { enqueueOpening } from '#lib/batches/enqueue-opening.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Db } from '#lib/db/context.ts'

/**
 * Opens one file of a batch again, in the transaction of `db`: what could not be taken from it is forgotten, what is
 * here already stays as it is.
 * @throws AppError conflict (there is none, or it waits already)
 */
export async function reopenFile(db: Db, { batchId, fileId }: { batchId: string; fileId: string }): Promise<void> {
  const files = await db.batchFile.updateManyAndReturn({
    where: { id: fileId, batchId, state: { in: ['opened', 'failed'] } },
    data: { state: 'waiting' },
    select: { id: true, size: true },
  })
  if (files.length === 0) throw new AppError('conflict', { fileId })
  await db.document.deleteMany({ where: { batchId, fileId, state: 'unreadable', size: 0 } })
  await db.batch.update({ where: { id: batchId }, data: { state: 'reading', finishedAt: null } })
  await enqueueOpening(db, files)
}
