import { idOf } from '#lib/batches/id-of.ts'
import { startReading } from '#lib/batches/start-reading.ts'
import { route } from '#lib/web/route.ts'

/** Everything has been sent: the batch is read from here on. */
export const POST = route<{ id: string }>(async (ctx, _request, { id }) =>
  Response.json(await startReading(ctx, { batchId: idOf(id) })),
)
