import { authorize } from '#lib/access/authorize.ts'
import { CreateBatchInput, createBatch } from '#lib/batches/create-batch.ts'
import { AppError } from '#lib/core/errors.ts'
import { holdsNul } from '#lib/core/plain-words.ts'
import { jsonBody } from '#lib/web/json-body.ts'
import { route } from '#lib/web/route.ts'

/** A new batch for an upload: `{name}` gives `{batchId}`. */
export const POST = route(async (ctx, request) => {
  // Asked before anything is read: nobody else's body is worth our memory.
  authorize(ctx.actor, 'batch:manage')
  const input = CreateBatchInput.omit({ origin: true }).safeParse(await jsonBody(request))
  if (!input.success || holdsNul(input.data)) throw new AppError('invalid')
  const { batchId } = await createBatch(ctx, { ...input.data, origin: 'upload' })
  return Response.json({ batchId }, { status: 201 })
})
