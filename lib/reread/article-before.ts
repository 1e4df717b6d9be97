import type { Db } from '#lib/db/context.ts'
import type { Article, ArticleFlag, ArticleTag } from '#lib/db/generated/client.ts'

/** An article as it stands, with its doubts and its tags. */
export type ArticleBefore = Article & { flags: ArticleFlag[]; tags: ArticleTag[] }

/** Articles as they stand, by id; those that were withdrawn meanwhile are not among them. */
export async function articlesBefore(db: Db, ids: readonly string[]): Promise<Map<string, ArticleBefore>> {
  const rows = await db.article.findMany({
    where: { id: { in: [...ids] }, withdrawnAt: null },
    include: { flags: true, tags: true },
  })
  return new Map(rows.map((row) => [row.id, row]))
}
