import { runBulkPage } from '#lib/bulk/run-bulk-page.ts'
import type { Context } from '#lib/db/context.ts'
import { actingFor } from '#lib/jobs/handlers/acting-for.ts'
import type { Payloads } from '#lib/jobs/payloads.ts'

/** The next page of a run over all that match, as the person who asked for it. */
export async function runBulk(ctx: Context, { runId }: Payloads['run-bulk']): Promise<void> {
  const run = await ctx.db.bulkRun.findUnique({ where: { id: runId }, select: { userId: true } })
  if (run) await runBulkPage(await actingFor(ctx, run.userId), runId)
}
