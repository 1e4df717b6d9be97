import { finishUndoing } from '#lib/bulk/finish-undoing.ts'
import type { Context } from '#lib/db/context.ts'
import { actingFor } from '#lib/jobs/handlers/acting-for.ts'
import type { Payloads } from '#lib/jobs/payloads.ts'
import { undoRun } from '#lib/undo-run.ts'

/** Takes back what a run has changed. Who may was asked when it was put into the queue. */
export async function undoRunOf(ctx: Context, { run, userId }: Payloads['undo-run']): Promise<void> {
  await undoRun(await actingFor(ctx, userId), run)
  await finishUndoing(ctx, run)
}
