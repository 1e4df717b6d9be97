import { authorize } from '#lib/access/authorize.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'

export type BatchReport = {
  batchId: string
  name: string
  state: string
  files: number
  waiting: number
  read: number
  already: number
  unreadable: number
  /** The first unreadable items, and files that gave none: where they stand, and why. */
  problems: { path: string; index: number; line: number | null; problem: unknown }[]
}

/** What became of a batch, in figures and with its first troubles. @throws AppError forbidden, notFound */
export async function batchReport(ctx: Context, batchId: string, problems = 100): Promise<BatchReport> {
  authorize(ctx.actor, 'batch:manage')
  const [batch, counts, unreadable, failed] = await Promise.all([
    ctx.db.batch.findUnique({
      where: { id: batchId },
      select: { name: true, state: true, _count: { select: { files: true } } },
    }),
    ctx.db.document.groupBy({ by: ['state'], where: { batchId }, _count: true }),
    ctx.db.document.findMany({
      where: { batchId, state: 'unreadable' },
      select: { path: true, index: true, line: true, problem: true },
      orderBy: { id: 'asc' },
      take: problems,
    }),
    ctx.db.batchFile.findMany({
      where: { batchId, state: 'failed', documents: { none: {} } },
      select: { path: true, problem: true },
      orderBy: [{ path: 'asc' }, { id: 'asc' }],
      take: problems,
    }),
  ])
  if (!batch) throw new AppError('notFound', { batchId })
  const of = (state: string) => counts.find((count) => count.state === state)?._count ?? 0
  return {
    batchId,
    name: batch.name,
    state: batch.state,
    files: batch._count.files,
    waiting: of('waiting'),
    read: of('read'),
    already: of('already'),
    unreadable: of('unreadable'),
    problems: [...unreadable, ...failed.map((file) => ({ ...file, index: 0, line: null }))].slice(0, problems),
  }
}
