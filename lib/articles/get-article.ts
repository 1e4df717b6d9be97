import { authorize } from '#lib/access/authorize.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'
import type { Prisma } from '#lib/db/generated/client.ts'

const shape = {
  source: true,
  batch: { select: { id: true, name: true } },
  assignee: { select: { id: true, name: true } },
  flags: { orderBy: { confidence: 'desc' } },
  tags: {
    include: {
      topic: { select: { id: true, labelAr: true, labelEn: true } },
      entity: { select: { id: true, kind: true, nameAr: true, nameEn: true, nameFr: true } },
      user: { select: { name: true } },
    },
    orderBy: [{ score: 'desc' }, { id: 'asc' }],
  },
  duplicateGroup: { select: { id: true, primaryId: true } },
  story: { select: { id: true, title: true, articleCount: true, lockedAt: true } },
} as const satisfies Prisma.ArticleInclude

/** An article with all that its screen shows beside the text. */
export type ArticleView = Prisma.ArticleGetPayload<{ include: typeof shape; omit: { signature: true } }>

/** @throws AppError forbidden, notFound (also where its batch was undone) */
export async function getArticle(ctx: Context, articleId: string): Promise<ArticleView> {
  authorize(ctx.actor, 'article:read')
  const article = await ctx.db.article.findFirst({
    where: { id: articleId, withdrawnAt: null },
    include: shape,
    omit: { signature: true },
  })
  if (!article) throw new AppError('notFound', { articleId })
  return article
}
