import { authorize } from '#lib/access/authorize.ts'
import { gatheredBy } from '#lib/api/gathers-of.ts'
import { ApiProblem } from '#lib/api/problem.ts'
import { reason } from '#lib/api/reason.ts'
import type { DocumentStatus } from '#lib/api/schemas.ts'
import { deskAddress } from '#lib/core/desk-address.ts'
import type { Context } from '#lib/db/context.ts'

/** What became of one document that this token delivered. @throws AppError forbidden; ApiProblem not-found, also for documents of others */
export async function documentStatus(
  { db, actor, now }: Context,
  tokenId: string,
  { documentId }: { documentId: string },
): Promise<DocumentStatus> {
  authorize(actor, 'batch:manage')
  const document = await db.document.findFirst({
    where: { id: documentId, batch: { gathers: { startsWith: gatheredBy(tokenId) } } },
    select: {
      id: true,
      batchId: true,
      fileId: true,
      path: true,
      index: true,
      state: true,
      receivedAt: true,
      problem: true,
      article: { select: { id: true, withdrawnAt: true } },
    },
  })
  if (!document) throw new ApiProblem('not-found')
  const { article, problem, receivedAt, ...rest } = document
  return {
    ...rest,
    receivedAt: receivedAt.toISOString(),
    article: article && { id: article.id, link: articleLink(article.id), isWithdrawn: article.withdrawnAt !== null },
    problem: problem === null ? null : reason(problem, now()),
  }
}

const articleLink = (id: string): string => deskAddress(`/articles/${id}`)
