import { createHash } from 'node:crypto'
import { enqueueOpening } from '#lib/batches/enqueue-opening.ts'
import { finishBatchIfDone } from '#lib/batches/finish-batch-if-done.ts'
import { storeChunks } from '#lib/batches/store-chunks.ts'
import { answerOf } from '#lib/core/answer.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import type { Payloads } from '#lib/jobs/payloads.ts'
import { fetchAddress as fetch } from '#lib/receive/fetch/fetch-address.ts'
import { FetchError } from '#lib/receive/fetch/fetch-error.ts'
import { requireGood } from '#lib/receive/fetch/require-good.ts'
import { FETCH_LIMITS } from '#lib/receive/limits.ts'

/** What reads best: the page, then whatever else there is. */
const ACCEPT = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

/**
 * Gets what is at a pasted address, as the file that it stands for, and has it opened. A file that another run has
 * settled meanwhile is left alone; nothing of an interrupted run is kept.
 */
export async function fetchAddress(ctx: Context, { fileId }: Payloads['fetch-address']): Promise<void> {
  const file = await ctx.db.batchFile.findFirst({
    where: { id: fileId, state: 'arriving', batch: { state: 'reading' } },
    select: { batchId: true, path: true },
  })
  if (!file) return
  try {
    const fetched = requireGood(await fetch(file.path, { ...FETCH_LIMITS, accept: ACCEPT }))
    const { bytes } = fetched
    const size = BigInt(bytes.length)
    await inTransaction(ctx, async (tx) => {
      const { count } = await tx.db.batchFile.updateMany({
        where: { id: fileId, state: 'arriving' },
        data: {
          state: 'waiting',
          size,
          sha256: new Uint8Array(createHash('sha256').update(bytes).digest()),
          answer: answerOf(fetched),
        },
      })
      if (count === 0) return
      await storeChunks(tx, fileId, bytes)
      await enqueueOpening(tx.db, [{ id: fileId, size }])
    })
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    await ctx.db.batchFile.updateMany({
      where: { id: fileId, state: 'arriving' },
      data: { state: 'failed', problem: error.problem },
    })
    await finishBatchIfDone(ctx.db, file.batchId, ctx.now())
  }
}
