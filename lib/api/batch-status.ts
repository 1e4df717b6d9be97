import { authorize } from '#lib/access/authorize.ts'
import { gatheredBy } from '#lib/api/gathers-of.ts'
import { ApiProblem } from '#lib/api/problem.ts'
import { reason } from '#lib/api/reason.ts'
import type { BatchStatus } from '#lib/api/schemas.ts'
import type { Context } from '#lib/db/context.ts'

const PAGE = 100

type Asked = { batchId: string; fileId?: string | undefined; after?: string | undefined }

/**
 * What became of a batch that this token delivered, or of one of its files.
 * @param after the document of the last problem seen
 * @throws AppError forbidden; ApiProblem not-found, also for batches of others
 */
export async function batchStatus(
  { db, actor, now }: Context,
  tokenId: string,
  { batchId, fileId, after }: Asked,
): Promise<BatchStatus> {
  authorize(actor, 'batch:manage')
  const here = { batchId, ...(fileId ? { fileId } : {}) }
  const theFile = { batchId, ...(fileId ? { id: fileId } : {}) }
  const [batch, documents, files, problems, failed] = await Promise.all([
    db.batch.findFirst({
      where: {
        id: batchId,
        gathers: { startsWith: gatheredBy(tokenId) },
        ...(fileId ? { files: { some: { id: fileId } } } : {}),
      },
    }),
    db.document.groupBy({ by: ['state'], where: here, _count: true }),
    db.batchFile.groupBy({ by: ['state'], where: theFile, _count: true }),
    db.document.findMany({
      where: { ...here, state: 'unreadable', ...(after ? { id: { gt: after } } : {}) },
      select: { id: true, fileId: true, path: true, index: true, line: true, problem: true },
      orderBy: { id: 'asc' },
      take: PAGE + 1,
    }),
    db.batchFile.findMany({
      where: { ...theFile, state: 'failed' },
      select: { id: true, path: true, problem: true },
      orderBy: { id: 'asc' },
      take: PAGE,
    }),
  ])
  if (!batch) throw new ApiProblem('not-found')
  const shown = problems.slice(0, PAGE)
  const last = problems.length > PAGE ? shown.at(-1)?.id : undefined
  const countOf = (rows: { state: string; _count: number }[], state: string) =>
    rows.find((row) => row.state === state)?._count ?? 0
  return {
    id: batch.id,
    name: batch.name,
    state: batch.state,
    createdAt: batch.createdAt.toISOString(),
    finishedAt: batch.finishedAt?.toISOString() ?? null,
    documents: {
      waiting: countOf(documents, 'waiting'),
      read: countOf(documents, 'read'),
      already: countOf(documents, 'already'),
      unreadable: countOf(documents, 'unreadable'),
    },
    files: {
      waiting: countOf(files, 'waiting'),
      opened: countOf(files, 'opened'),
      failed: countOf(files, 'failed'),
    },
    problems: shown.map(({ id, problem, ...place }) => ({ documentId: id, ...place, problem: reason(problem, now()) })),
    failedFiles: failed.map(({ id, path, problem }) => ({ fileId: id, path, problem: reason(problem, now()) })),
    next: last
      ? `/api/v1/batches/${batchId}?${new URLSearchParams({ ...(fileId ? { file: fileId } : {}), after: last })}`
      : null,
  }
}
