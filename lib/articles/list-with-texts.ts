import { authorize } from '#lib/access/authorize.ts'
import { articleLineColumns, articleLineJoins } from '#lib/articles/article-line-sql.ts'
import type { ArticleLine } from '#lib/core/article-line.ts'
import type { Context } from '#lib/db/context.ts'

export type ArticleWithText = ArticleLine & { text: string }

/** Articles with the beginning of their texts, to be read side by side. @param letters UTF-16 units of each, at most */
export async function listWithTexts(
  ctx: Context,
  articleIds: readonly string[],
  letters: number,
): Promise<Map<string, ArticleWithText>> {
  authorize(ctx.actor, 'article:read')
  const rows = await ctx.db.$queryRaw<ArticleWithText[]>`
    SELECT ${articleLineColumns}, left(a.text, ${letters}::int) AS text
    FROM article a ${articleLineJoins}
    WHERE a.id = ANY(${[...new Set(articleIds)]}::uuid[]) AND a.withdrawn_at IS NULL`
  return new Map(rows.map((row) => [row.id, row]))
}
