import { BulkCommandName, bulkCommand } from '#lib/bulk/bulk-command.ts'
import { finishBulkRun } from '#lib/bulk/finish-bulk-run.ts'
import { storedFilter } from '#lib/bulk/stored-filter.ts'
import { AppError } from '#lib/core/errors.ts'
import { filterSql } from '#lib/db/article-filter.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import type { BulkRun } from '#lib/db/generated/client.ts'
import { enqueue } from '#lib/jobs/queue.ts'

const PAGE = 500

/**
 * The command for the next articles of a run, in order of their ids, and how far it is, in one transaction: a page is
 * done once, however often its job runs. After the last one the run is finished.
 */
export async function runBulkPage(ctx: Context, runId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.db.$executeRaw`SELECT 1 FROM bulk_run WHERE id = ${runId}::uuid FOR UPDATE`
    const run = await tx.db.bulkRun.findUnique({ where: { id: runId, state: { in: ['waiting', 'running'] } } })
    if (!run) return
    const articleIds = await nextArticles(tx, run)
    const last = articleIds.at(-1)
    if (!last) return finishBulkRun(tx, run)
    const changed = await changeArticles(tx, run, articleIds)
    await tx.db.bulkRun.update({
      where: { id: runId },
      data: { state: 'running', after: last, done: { increment: articleIds.length }, changed: { increment: changed } },
    })
    await enqueue(tx.db, 'run-bulk', { runId }, { key: `run-bulk:${runId}` })
  })
}

/** What arrived after the run began has a later identifier than the run. */
async function nextArticles({ db }: Context, { id, filter, after }: BulkRun): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM article a
    WHERE ${filterSql(storedFilter(filter))} AND a.id < ${id}::uuid
      AND (${after}::uuid IS NULL OR a.id > ${after}::uuid)
    ORDER BY a.id LIMIT ${PAGE}`
  return rows.map(({ id }) => id)
}

/** @returns how many articles it has changed */
async function changeArticles(tx: Context, run: BulkRun, articleIds: string[]): Promise<number> {
  const { input, run: command } = bulkCommand(BulkCommandName.parse(run.command))
  const events = await command(tx, { articleIds, withCopies: true }, input.parse(run.input)).catch(refused)
  const rows = await tx.db.$queryRaw<{ changed: number }[]>`
    UPDATE audit_event SET data = data || jsonb_build_object('run', ${run.id}::text) WHERE id = ANY(${events}::uuid[])
    RETURNING coalesce((data->>'articles')::int, (data->>'count')::int, 1) AS changed`
  return Math.max(0, ...rows.map(({ changed }) => changed))
}

/** A page of which nothing may be changed, or nothing is left, is no reason to leave the others. */
function refused(error: unknown): string[] {
  if (error instanceof AppError && (error.key === 'forbidden' || error.key === 'notFound')) return []
  throw error
}
