import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'
import { countChanged } from '#lib/reread/finish-run.ts'

/** How far a run is. */
export type RereadRun = { state: 'running' | 'done' | 'stopped'; changed: number; eventId: string | null }

/** @throws AppError forbidden */
export async function getRun(ctx: Context, run: string): Promise<RereadRun> {
  authorize(ctx.actor, 'batch:manage')
  const end = await ctx.db.auditEvent.findFirst({
    where: { subjectType: 'reread', subjectId: run },
    select: { id: true, kind: true },
  })
  return {
    state: end ? (end.kind === 'articles.reread' ? 'done' : 'stopped') : 'running',
    changed: await countChanged(ctx, run),
    eventId: end?.id ?? null,
  }
}
