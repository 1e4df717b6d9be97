import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { headOfStory } from '#lib/stories/head-of-story.ts'

/** A story before or after another in one affair. */
export type AffairStory = {
  id: string
  /** Whether it was told before the story asked about, or after. */
  when: 'earlier' | 'later'
  /** The editor's working title; else its first headline and that headline's language. */
  title: string | null
  headline: string | null
  language: string | null
  articleCount: number
  firstAt: Date
  lastAt: Date
  score: number
  /** Entities that tags of both name, most mentioned first. */
  shared: { ar: string | null; en: string | null }[]
}

/** The affair that a story belongs to: earlier stories that it is linked to and later ones linked to it, newest first. */
export async function listAffair(ctx: Context, storyId: string): Promise<AffairStory[]> {
  authorize(ctx.actor, 'article:read')
  return ctx.db.$queryRaw<AffairStory[]>`
    WITH linked AS (
      SELECT earlier_id AS id, 'earlier' AS when, score FROM story_link WHERE story_id = ${storyId}::uuid
      UNION ALL
      (SELECT story_id, 'later', score FROM story_link WHERE earlier_id = ${storyId}::uuid
       ORDER BY score DESC LIMIT 5)
    )
    SELECT s.id, linked.when, s.title, head.title AS headline, head.language, s.article_count AS "articleCount",
      s.first_at AS "firstAt", s.last_at AS "lastAt", linked.score,
      coalesce((
        SELECT jsonb_agg(jsonb_build_object('ar', e.name_ar, 'en', e.name_en)) FROM (
          SELECT t.entity_id, count(*) AS tags FROM article a JOIN article_tag t ON t.article_id = a.id
          WHERE a.story_id = s.id AND a.withdrawn_at IS NULL AND t.entity_id IS NOT NULL AND t.state <> 'rejected'
            AND t.entity_id IN (
              SELECT mine.entity_id FROM article b JOIN article_tag mine ON mine.article_id = b.id
              WHERE b.story_id = ${storyId}::uuid AND b.withdrawn_at IS NULL AND mine.state <> 'rejected')
          GROUP BY t.entity_id ORDER BY tags DESC, t.entity_id LIMIT 4
        ) AS both_name JOIN entity e ON e.id = both_name.entity_id
      ), '[]') AS shared
    FROM linked
    JOIN story s ON s.id = linked.id AND s.article_count > 0
    LEFT JOIN LATERAL (${headOfStory(Prisma.sql`s.id`)}) AS head ON true
    ORDER BY s.last_at DESC, s.id DESC`
}
