import { recordEvent } from '#lib/audit/record-event.ts'
import type { Context } from '#lib/db/context.ts'
import type { BulkRun, Prisma } from '#lib/db/generated/client.ts'

/** The end of a run, whole, stopped by a person, or given up: what it has changed until then is one event with one undo. */
export async function finishBulkRun(tx: Context, run: BulkRun, problem?: Prisma.InputJsonObject): Promise<void> {
  await tx.db.bulkRun.update({
    where: { id: run.id },
    data: {
      state: problem?.key === 'gave-up' ? 'failed' : 'done',
      finishedAt: tx.now(),
      ...(problem ? { problem } : {}),
    },
  })
  await recordEvent(tx, {
    kind: problem ? 'bulk.stopped' : 'bulk.done',
    subject: { type: 'bulk', id: run.id },
    data: { command: run.command, changed: run.changed, total: run.total },
    ...(run.changed > 0 ? { undo: { run: run.id } } : {}),
  })
}
