import { recordEvent } from '#lib/audit/record-event.ts'
import type { Context } from '#lib/db/context.ts'
import type { BulkRun, Prisma } from '#lib/db/generated/client.ts'

/** The end of a run, whole, stopped by a person, or given up: what it has changed until then is one event with one undo. One that has ended stays as it ended. */
export async function finishBulkRun(tx: Context, run: BulkRun, problem?: Prisma.InputJsonObject): Promise<void> {
  const { count } = await tx.db.bulkRun.updateMany({
    where: { id: run.id, state: { in: ['waiting', 'running'] } },
    data: {
      state: problem?.key === 'gave-up' ? 'failed' : 'done',
      finishedAt: tx.now(),
      ...(problem ? { problem } : {}),
    },
  })
  if (count === 0) return
  await recordEvent(tx, {
    kind: problem ? 'bulk.stopped' : 'bulk.done',
    subject: { type: 'bulk', id: run.id },
    data: { command: run.command, changed: run.changed, total: run.total },
    ...(run.changed > 0 ? { undo: { run: run.id } } : {}),
  })
}
