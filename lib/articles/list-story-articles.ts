import { authorize } from '#lib/access/authorize.ts'
import { articleLineColumns, articleLineJoins, originColumns } from '#lib/articles/article-line-sql.ts'
import type { ArticleLine, Origin } from '#lib/core/article-line.ts'
import type { Context } from '#lib/db/context.ts'

export type StoryArticle = ArticleLine & Origin & { isPrimary: boolean }

/** A story's articles in order of time, at most `limit`. */
export async function listStoryArticles(ctx: Context, storyId: string, limit = 500): Promise<StoryArticle[]> {
  authorize(ctx.actor, 'article:read')
  return ctx.db.$queryRaw<StoryArticle[]>`
    SELECT ${articleLineColumns}, ${originColumns}, coalesce(g.primary_id = a.id, false) AS "isPrimary"
    FROM article a LEFT JOIN duplicate_group g ON g.id = a.duplicate_group_id
    ${articleLineJoins}
    WHERE a.story_id = ${storyId}::uuid AND a.withdrawn_at IS NULL
    ORDER BY a.sort_at, a.id LIMIT ${limit}`
}
