import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { newId } from '#lib/core/id.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { enqueue } from '#lib/jobs/queue.ts'
import { RereadScope } from '#lib/reread/reread-scope.ts'

/** A form leaves empty what does not narrow the scope. */
const orNothing = <S extends z.ZodType>(schema: S) => z.preprocess((value) => value || undefined, schema)
export const RequestRereadInput = z.object({
  batchId: orNothing(RereadScope.shape.batchId),
  sourceId: orNothing(RereadScope.shape.sourceId),
})

/** Hands the reading of everything in scope to the worker, written as it goes. @throws AppError forbidden */
export function requestReread(
  ctx: Context,
  { batchId, sourceId }: z.output<typeof RequestRereadInput>,
): Promise<{ redirectTo: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'batch:manage')
    const run = newId()
    const scope: RereadScope = { ...(batchId ? { batchId } : {}), ...(sourceId ? { sourceId } : {}) }
    const { userId } = tx.actor
    await enqueue(tx.db, 'reread', { run, userId, scope, after: null, articles: 0 }, { key: `reread:${run}` })
    const query = new URLSearchParams({
      ...(batchId && { batch: batchId }),
      ...(sourceId && { source: sourceId }),
      run,
    })
    return { redirectTo: `/reread?${query}` }
  })
}
