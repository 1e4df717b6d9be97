import { idOf } from '#lib/batches/id-of.ts'
import { undoBatch } from '#lib/batches/undo-batch.ts'
import { route } from '#lib/web/route.ts'

/** An upload that was cancelled. */
export const DELETE = route<{ id: string }>(async (ctx, _request, { id }) => {
  await undoBatch(ctx, { batchId: idOf(id) })
  return new Response(null, { status: 204 })
})
