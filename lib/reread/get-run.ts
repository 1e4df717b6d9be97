import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'
import { countChanged } from '#lib/reread/finish-run.ts'

/** How far a run is; `undoId` names the event that its own actor can still take back. */
export type RereadRun = { state: 'running' | 'done' | 'stopped' | 'undone'; changed: number; undoId: string | null }

/** @throws AppError forbidden */
export async function getRun(ctx: Context, run: string): Promise<RereadRun> {
  authorize(ctx.actor, 'batch:manage')
  const end = await ctx.db.auditEvent.findFirst({
    where: { subjectType: 'reread', subjectId: run },
    select: { id: true, kind: true, actorId: true, undoneAt: true },
  })
  const changed = await countChanged(ctx, run)
  if (!end) return { state: 'running', changed, undoId: null }
  if (end.undoneAt) return { state: 'undone', changed, undoId: null }
  return {
    state: end.kind === 'reread.done' ? 'done' : 'stopped',
    changed,
    undoId: changed > 0 && end.actorId === ctx.actor.userId ? end.id : null,
  }
}
