import { authorize } from '#lib/access/authorize.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'
import type { BulkRun } from '#lib/db/generated/client.ts'

/** A run of the actor's own, and the event that takes it back while that can be done. @throws AppError notFound, forbidden */
export async function getBulkRun({ db, actor }: Context, id: string): Promise<BulkRun & { undoId: string | null }> {
  authorize(actor, 'article:read')
  const [run, end] = await Promise.all([
    db.bulkRun.findUnique({ where: { id, userId: actor.userId } }),
    db.auditEvent.findFirst({
      where: { subjectType: 'bulk', subjectId: id, undoneAt: null, kind: { in: ['bulk.done', 'bulk.stopped'] } },
      orderBy: { createdAt: 'desc' },
      select: { id: true, undo: true },
    }),
  ])
  if (!run) throw new AppError('notFound', { runId: id })
  return { ...run, undoId: end?.undo ? end.id : null }
}
