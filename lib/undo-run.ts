import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { earlierThan } from '#lib/core/id.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { UNDO } from '#lib/undo.ts'

const PAGE = 200

type RunEvent = {
  id: string
  kind: string
  subjectType: string | null
  subjectId: string | null
  undo: unknown
}

/**
 * Takes back what a run changed, one event after the other in transactions of their own; what has changed since stays
 * as it is, and what was taken back before is left. The events of a run name it in `data.run`. The caller says who may.
 * @param run whose identifier begins with the time it began (version 7)
 */
export async function undoRun(ctx: Context, run: string): Promise<{ undone: number; left: number }> {
  const counts = { undone: 0, left: 0 }
  for (let after = earlierThan(run); ; ) {
    const events = await ctx.db.$queryRaw<RunEvent[]>`
      SELECT id, kind, subject_type AS "subjectType", subject_id AS "subjectId", undo FROM audit_event
      WHERE id > ${after}::uuid AND data->>'run' = ${run} AND undo IS NOT NULL AND undone_at IS NULL
      ORDER BY id LIMIT ${PAGE}`
    for (const event of events) counts[(await undoOne(ctx, event)) ? 'undone' : 'left']++
    const last = events.at(-1)
    if (!last) return counts
    after = last.id
  }
}

async function undoOne(ctx: Context, event: RunEvent): Promise<boolean> {
  try {
    return await inTransaction(ctx, async (tx) => {
      const { count } = await tx.db.auditEvent.updateMany({
        where: { id: event.id, undoneAt: null },
        data: { undoneAt: tx.now() },
      })
      const handler = UNDO[event.kind]
      if (count === 0 || !handler) return false
      await handler(tx, event.undo)
      await recordEvent(tx, {
        kind: 'change.undone',
        ...(event.subjectType && event.subjectId ? { subject: { type: event.subjectType, id: event.subjectId } } : {}),
        data: { kind: event.kind, eventId: event.id },
      })
      return true
    })
  } catch (error) {
    if (error instanceof AppError && (error.key === 'conflict' || error.key === 'notFound')) return false
    throw error
  }
}
