import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'
import type { Article } from '#lib/db/generated/client.ts'

/** An article, held until the transaction ends: of two corrections at once, the second sees the first. @throws AppError notFound */
export async function lockArticle(tx: Context, articleId: string): Promise<Article> {
  await tx.db.$queryRaw`SELECT id FROM article WHERE id = ${articleId}::uuid FOR UPDATE`
  const article = await tx.db.article.findFirst({ where: { id: articleId, withdrawnAt: null } })
  if (!article) throw new AppError('notFound', { articleId })
  return article
}
