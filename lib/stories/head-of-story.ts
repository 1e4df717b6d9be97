import { Prisma } from '#lib/db/generated/client.ts'

/**
 * What a story is called where no editor has named it: `title` and `language` of its first article whose headline is its
 * own; one that may be another's only where there is none.
 * @param storyId the column that holds the story's id in the query that this is a `LEFT JOIN LATERAL` of
 */
export const headOfStory = (storyId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT a.title, a.language FROM article a
  WHERE a.story_id = ${storyId} AND a.withdrawn_at IS NULL AND a.title IS NOT NULL
  ORDER BY EXISTS (SELECT 1 FROM article_flag f WHERE f.article_id = a.id AND f.kind = 'title-mismatch'
                   AND f.dismissed_at IS NULL), a.sort_at, a.id
  LIMIT 1`
