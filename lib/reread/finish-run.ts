import { recordEvent } from '#lib/audit/record-event.ts'
import { earlierThan } from '#lib/core/id.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import type { RereadScope } from '#lib/reread/reread-scope.ts'

/** The end of a run, once: `stopped` where it was given up before everything was read. @returns the event's id, null where it was there */
export async function finishRun(
  ctx: Context,
  { run, scope, articles }: { run: string; scope: RereadScope; articles: number },
  how: 'done' | 'stopped' = 'done',
): Promise<string | null> {
  return inTransaction(ctx, async (tx) => {
    await tx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${run}))`
    if (await tx.db.auditEvent.count({ where: { subjectType: 'reread', subjectId: run } })) return null
    return recordEvent(tx, {
      kind: how === 'done' ? 'reread.done' : 'reread.stopped',
      subject: { type: 'reread', id: run },
      data: { ...said(scope), articles, changed: await countChanged(tx, run) },
      undo: { run },
    })
  })
}

const said = (scope: RereadScope) =>
  Object.fromEntries(Object.entries(scope).filter((entry): entry is [string, string] => entry[1] !== undefined))

/** How many articles a run has changed so far. */
export async function countChanged({ db }: Context, run: string): Promise<number> {
  const [row] = await db.$queryRaw<{ changed: number }[]>`
    SELECT count(*)::int AS changed FROM audit_event
    WHERE id > ${earlierThan(run)}::uuid AND kind = 'article.reread' AND data->>'run' = ${run}`
  return row?.changed ?? 0
}
