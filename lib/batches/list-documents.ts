import { batchesOf } from '#lib/batches/batches-of.ts'
import type { Context } from '#lib/db/context.ts'
import type { DocumentState } from '#lib/db/generated/enums.ts'

export type DocumentListed = {
  id: string
  fileId: string | null
  path: string
  index: number
  line: number | null
  size: number
  state: DocumentState
  problem: unknown
  article: { id: string; title: string | null; language: string; withdrawnAt: Date | null } | null
}

const PAGE = 50

/** A batch's items in the order they arrived. @param after id of the last one seen @throws AppError forbidden */
export async function listDocuments(
  { db, actor }: Context,
  { batchId, state, after }: { batchId: string; state?: DocumentState | undefined; after?: string | undefined },
): Promise<{ documents: DocumentListed[]; next: string | null }> {
  const rows = await db.document.findMany({
    where: { batchId, batch: batchesOf(actor), ...(state ? { state } : {}), ...(after ? { id: { gt: after } } : {}) },
    select: {
      id: true,
      fileId: true,
      path: true,
      index: true,
      line: true,
      size: true,
      state: true,
      problem: true,
      article: { select: { id: true, title: true, language: true, withdrawnAt: true } },
    },
    orderBy: { id: 'asc' },
    take: PAGE + 1,
  })
  const documents = rows.slice(0, PAGE)
  return { documents, next: rows.length > PAGE ? (documents.at(-1)?.id ?? null) : null }
}
