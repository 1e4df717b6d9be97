import type { Db } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { type StoredDocument, storedDocument } from '#lib/pipeline.ts'
import { type RereadScope, rereadScopeSql } from '#lib/reread/reread-scope.ts'

export type DocumentOfArticle = { articleId: string; document: StoredDocument }

/** Articles of one page, and the bytes at which it is full sooner: what is read again never fills the memory. */
const PAGE = 200
const BYTES = 16 << 20

/**
 * One page of the articles in scope, in order of their ids, each with the document it was read from: its very bytes,
 * not those of a later delivery from the same address.
 * @param after the last article of the page before
 */
export async function documentsInScope(
  db: Db,
  scope: RereadScope,
  after: string | null,
  limit = PAGE,
): Promise<DocumentOfArticle[]> {
  const found = await db.$queryRaw<{ articleId: string; documentId: string; size: number }[]>`
    SELECT a.id AS "articleId", d.id AS "documentId", d.size
    FROM article AS a CROSS JOIN LATERAL (
      SELECT id, size FROM document
      WHERE article_id = a.id AND (sha256 = a.document_sha256 OR state = 'read')
      ORDER BY sha256 = a.document_sha256 DESC, state = 'read' DESC, id LIMIT 1
    ) AS d
    WHERE ${rereadScopeSql(scope)} AND ${after ? Prisma.sql`a.id > ${after}::uuid` : Prisma.sql`true`}
    ORDER BY a.id LIMIT ${limit}`
  let bytes = 0
  const page = found.filter(({ size }, i) => {
    bytes += size
    return i === 0 || bytes <= BYTES
  })
  const rows = await db.document.findMany({ where: { id: { in: page.map((row) => row.documentId) } } })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return page.flatMap(({ articleId, documentId }) => {
    const row = byId.get(documentId)
    return row ? [{ articleId, document: storedDocument(row) }] : []
  })
}
