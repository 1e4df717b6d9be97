import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { headOfStory } from '#lib/stories/head-of-story.ts'

export type StoryLine = {
  id: string
  /** The editor's working title. */
  title: string | null
  /** Of its first article with a headline of its own, and that headline's language. */
  headline: string | null
  language: string | null
  articleCount: number
  /** Known ones; an agency's copy counts for its outlet. */
  sources: number
  firstAt: Date
  lastAt: Date
  lockedAt: Date | null
}

/** The place after which a page goes on: the last story's time and id. */
export type StoryCursor = { lastAt: Date; id: string }

type Wanted = {
  /** Words as a tsquery (lib/search); stories with an article that has them. */
  tsquery?: string | undefined
  after?: StoryCursor | undefined
  /** Only stories of several articles. */
  several?: boolean | undefined
  exceptId?: string | undefined
  limit?: number
}

/** Stories, the one with the newest article first. Keyset pages: ask for the next one with the last line's cursor. */
export async function listStories(
  ctx: Context,
  { tsquery, after, several, exceptId, limit = 40 }: Wanted,
): Promise<StoryLine[]> {
  authorize(ctx.actor, 'article:read')
  const conditions = [
    Prisma.sql`s.article_count > ${several ? 1 : 0}`,
    ...(after ? [Prisma.sql`(s.last_at, s.id) < (${after.lastAt}::timestamptz, ${after.id}::uuid)`] : []),
    ...(exceptId ? [Prisma.sql`s.id <> ${exceptId}::uuid`] : []),
    ...(tsquery
      ? [
          Prisma.sql`EXISTS (SELECT 1 FROM article w WHERE w.story_id = s.id AND w.withdrawn_at IS NULL
                             AND w.search_vector @@ ${tsquery}::tsquery)`,
        ]
      : []),
  ]
  return ctx.db.$queryRaw<StoryLine[]>`
    WITH page AS (
      SELECT s.* FROM story s WHERE ${Prisma.join(conditions, ' AND ')}
      ORDER BY s.last_at DESC, s.id DESC LIMIT ${limit}
    )
    SELECT page.id, page.title, head.title AS headline, head.language, page.article_count AS "articleCount",
      (SELECT count(DISTINCT coalesce(a.source_id::text, a.source_name))::int FROM article a
       WHERE a.story_id = page.id AND a.withdrawn_at IS NULL) AS sources,
      page.first_at AS "firstAt", page.last_at AS "lastAt", page.locked_at AS "lockedAt"
    FROM page
    LEFT JOIN LATERAL (${headOfStory(Prisma.sql`page.id`)}) AS head ON true
    ORDER BY page.last_at DESC, page.id DESC`
}
