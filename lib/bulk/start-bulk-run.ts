import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { BulkCommandName, bulkCommand } from '#lib/bulk/bulk-command.ts'
import { AppError } from '#lib/core/errors.ts'
import { newId } from '#lib/core/id.ts'
import { filterSql } from '#lib/db/article-filter.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { enqueue } from '#lib/jobs/queue.ts'
import { askFilter } from '#lib/search/ask-filter.ts'
import { understand } from '#lib/search/understand.ts'

/** `filter` is the desk's own query string: what the editor looks at. The command's own fields stand beside it. */
export const StartBulkRunInput = z.looseObject({ command: BulkCommandName, filter: z.string().max(4000) })

/**
 * Does a command to every article that matches now, as a job: those on the page and those on all the others. What
 * arrives later is not touched. @throws AppError forbidden, invalid, notFound where nothing matches
 */
export async function startBulkRun(
  ctx: Context,
  { command, filter: query, ...given }: z.output<typeof StartBulkRunInput>,
): Promise<{ runId: string; redirectTo: string }> {
  const { action, input } = bulkCommand(command)
  authorize(ctx.actor, 'article:read')
  authorize(ctx.actor, action)
  const parsed = input.safeParse(given)
  if (!parsed.success) throw new AppError('invalid', { issues: parsed.error.issues.map((i) => i.path.join('.')) })
  // As the desk understood it: where no article had all words, those it showed had some of them.
  const asked = await askFilter(ctx, Object.fromEntries(new URLSearchParams(query)))
  const { filter } = await understand(ctx, asked.filter, asked.query)
  return inTransaction(ctx, async (tx) => {
    const [counted] = await tx.db.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM article a WHERE ${filterSql(filter)}`
    const total = counted?.total ?? 0
    if (total === 0) throw new AppError('notFound', { filter })
    const id = newId()
    await tx.db.bulkRun.create({
      data: {
        id,
        userId: tx.actor.userId,
        command,
        input: parsed.data as Prisma.InputJsonObject,
        filter: filter as Prisma.InputJsonObject,
        total,
        createdAt: tx.now(),
      },
    })
    await enqueue(tx.db, 'run-bulk', { runId: id }, { key: `run-bulk:${id}` })
    return { runId: id, redirectTo: `/bulk/${id}` }
  })
}
