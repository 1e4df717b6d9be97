import type { Context } from '#lib/db/context.ts'

/** A run over all that match has been taken back. */
export async function finishUndoing({ db, now }: Context, runId: string): Promise<void> {
  await db.bulkRun.updateMany({ where: { id: runId, state: 'undoing' }, data: { state: 'undone', finishedAt: now() } })
}
