import { CreateBatchInput, createBatch } from '#lib/batches/create-batch.ts'
import { AppError } from '#lib/core/errors.ts'
import { route } from '#lib/web/route.ts'

/** A new batch for an upload: `{name}` gives `{batchId}`. */
export const POST = route(async (ctx, request) => {
  const input = CreateBatchInput.omit({ origin: true }).safeParse(await request.json().catch(() => null))
  if (!input.success) throw new AppError('invalid')
  const { batchId } = await createBatch(ctx, { ...input.data, origin: 'upload' })
  return Response.json({ batchId }, { status: 201 })
})
