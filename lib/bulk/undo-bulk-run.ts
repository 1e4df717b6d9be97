import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { BulkCommandName, bulkCommand } from '#lib/bulk/bulk-command.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'
import { enqueue } from '#lib/jobs/queue.ts'

const Payload = z.object({ run: z.uuid() })

/** What takes back `bulk.done`: the worker goes through its pages. @throws AppError forbidden, conflict */
export async function undoBulkRun(tx: Context, payload: unknown): Promise<void> {
  const { run: id } = Payload.parse(payload)
  const [run] = await tx.db.bulkRun.updateManyAndReturn({
    where: { id, state: { in: ['done', 'failed'] } },
    data: { state: 'undoing', finishedAt: null },
  })
  if (!run) throw new AppError('conflict', { run: id })
  authorize(tx.actor, bulkCommand(BulkCommandName.parse(run.command)).action)
  await enqueue(tx.db, 'undo-run', { run: id, userId: tx.actor.userId }, { key: `undo-run:${id}` })
}
