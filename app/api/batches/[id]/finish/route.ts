import { idOf } from '#lib/batches/id-of.ts'
import { startOrShow } from '#lib/columns/start-or-show.ts'
import { route } from '#lib/web/route.ts'

/** Everything has been sent: the batch is read from here on, or its tables are shown first. */
export const POST = route<{ id: string }>(async (ctx, _request, { id }) =>
  Response.json(await startOrShow(ctx, { batchId: idOf(id) })),
)
