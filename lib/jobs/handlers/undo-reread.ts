import type { Context } from '#lib/db/context.ts'
import { actingFor } from '#lib/jobs/handlers/acting-for.ts'
import type { Payloads } from '#lib/jobs/payloads.ts'
import { undoRun } from '#lib/reread/undo-run.ts'

/** Takes back what a run of reading again has changed. */
export async function undoReread(ctx: Context, { run, userId }: Payloads['undo-reread']): Promise<void> {
  await undoRun(await actingFor(ctx, userId), run)
}
