import type pg from 'pg'
import { type PreparedArticle, prepareArticle } from '#lib/compare/prepare-article.ts'
import { type PublishedSpan, publishedSpan } from '#lib/compare/published-span.ts'

/** An article out of the database as comparing sees it: a headline that belongs to another article is none. */
export type StoredArticle = {
  id: string
  storyId: string | null
  groupId: string | null
  sourceId: string | null
  text: string
  prepared: PreparedArticle
  at: PublishedSpan | null
}

type Row = {
  id: string
  storyId: string | null
  groupId: string | null
  sourceId: string | null
  title: string | null
  text: string
}

/**
 * Articles by a condition on `a`, the row of each, in order of time.
 * @param condition SQL with the values as $1, $2 …
 */
export async function storedArticles(
  client: pg.ClientBase,
  condition: string,
  values: readonly unknown[],
): Promise<StoredArticle[]> {
  const { rows } = await client.query<Row & { published: string | null }>(
    `SELECT a.id, a.story_id AS "storyId", a.duplicate_group_id AS "groupId", a.source_id AS "sourceId",
       CASE WHEN f.kind IS NULL THEN a.title END AS title, a.text,
       CASE a.published_precision WHEN 'minute' THEN to_char(a.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"')
         WHEN 'day' THEN to_char(a.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')
         WHEN 'month' THEN to_char(a.published_at AT TIME ZONE 'UTC', 'YYYY-MM')
         WHEN 'year' THEN to_char(a.published_at AT TIME ZONE 'UTC', 'YYYY') END AS published
     FROM article a
     LEFT JOIN article_flag f ON f.article_id = a.id AND f.kind = 'title-mismatch' AND f.dismissed_at IS NULL
     WHERE ${condition}
     ORDER BY a.sort_at, a.id`,
    [...values],
  )
  return rows.map(({ id, storyId, groupId, sourceId, title, text, published }) => ({
    id,
    storyId,
    groupId,
    sourceId,
    text,
    prepared: prepareArticle({ title, text }),
    at: publishedSpan(published),
  }))
}
