import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'
import { enqueue } from '#lib/jobs/queue.ts'

const Run = z.object({ run: z.uuid() })

/** What takes back `reread.done`: the worker goes through its articles. @throws AppError forbidden */
export async function undoReread(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'batch:manage')
  const { run } = Run.parse(payload)
  await enqueue(tx.db, 'undo-run', { run, userId: tx.actor.userId }, { key: `undo-run:${run}` })
}
