import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { enqueue } from '#lib/jobs/queue.ts'
import { earlierThan } from '#lib/reread/finish-run.ts'
import { undoRereadArticle } from '#lib/reread/undo-reread.ts'

const PAGE = 200
const Run = z.object({ run: z.uuid() })

/** What takes back `reread.done`: the worker goes through its articles. @throws AppError forbidden */
export async function undoReread(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'batch:manage')
  const { run } = Run.parse(payload)
  await enqueue(tx.db, 'undo-reread', { run, userId: tx.actor.userId }, { key: `undo-reread:${run}` })
}

/**
 * Takes back what a run changed, article by article; what has changed since stays as it is.
 * @throws AppError forbidden
 */
export async function undoRun(ctx: Context, run: string): Promise<{ undone: number; left: number }> {
  authorize(ctx.actor, 'batch:manage')
  const counts = { undone: 0, left: 0 }
  for (let after = earlierThan(run); ; ) {
    const events = await ctx.db.$queryRaw<{ id: string; articleId: string; undo: unknown }[]>`
      SELECT id, subject_id AS "articleId", undo FROM audit_event
      WHERE id > ${after}::uuid AND kind = 'article.reread' AND data->>'run' = ${run} AND undone_at IS NULL
      ORDER BY id LIMIT ${PAGE}`
    for (const event of events) counts[(await undoOne(ctx, event)) ? 'undone' : 'left']++
    const last = events.at(-1)
    if (!last) return counts
    after = last.id
  }
}

async function undoOne(ctx: Context, event: { id: string; articleId: string; undo: unknown }): Promise<boolean> {
  try {
    return await inTransaction(ctx, async (tx) => {
      const { count } = await tx.db.auditEvent.updateMany({
        where: { id: event.id, undoneAt: null },
        data: { undoneAt: tx.now() },
      })
      if (count === 0) return false
      await undoRereadArticle(tx, event.undo)
      await recordEvent(tx, {
        kind: 'change.undone',
        subject: { type: 'article', id: event.articleId },
        data: { kind: 'article.reread', eventId: event.id },
      })
      return true
    })
  } catch (error) {
    if (error instanceof AppError && (error.key === 'conflict' || error.key === 'notFound')) return false
    throw error
  }
}
