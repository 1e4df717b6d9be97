import type { Db } from '#lib/db/context.ts'

/** An article and what people decided about its topics. */
export type DecidedArticle = { id: string; title: string; text: string; yes: string[]; no: string[] }

/**
 * Decisions older than those on so many articles no longer teach: what a desk means by a subject changes, and a model
 * must be learnt again in seconds.
 */
export const MOST_ARTICLES = 20_000
const PAGE = 500

/**
 * Articles whose topics somebody decided on, in the order of their ids; copies of one text once, as last decided. What
 * is suggested teaches nothing, nor does a retired topic.
 */
export async function* decidedArticles(db: Db): AsyncGenerator<DecidedArticle> {
  const chosen = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT DISTINCT ON (coalesce(a.duplicate_group_id, a.id)) a.id, d.last
      FROM (
        SELECT t.article_id, max(coalesce(t.decided_at, t.created_at)) AS last
        FROM article_tag t JOIN topic ON topic.id = t.topic_id AND topic.retired_at IS NULL
        WHERE t.state <> 'suggested'
        GROUP BY t.article_id
      ) AS d
      JOIN article a ON a.id = d.article_id AND a.withdrawn_at IS NULL
      ORDER BY coalesce(a.duplicate_group_id, a.id), d.last DESC, a.id
    ) AS one
    ORDER BY last DESC, id LIMIT ${MOST_ARTICLES}`
  const ids = chosen.map(({ id }) => id).sort()
  for (let from = 0; from < ids.length; from += PAGE) {
    yield* await db.$queryRaw<DecidedArticle[]>`
      SELECT a.id, a.text,
             CASE WHEN EXISTS (SELECT FROM article_flag f WHERE f.article_id = a.id AND f.kind = 'title-mismatch'
                                 AND f.dismissed_at IS NULL)
               THEN '' ELSE coalesce(a.title, '') END AS title,
             coalesce(array_agg(t.topic_id ORDER BY t.topic_id) FILTER (WHERE t.state = 'accepted'), '{}') AS yes,
             coalesce(array_agg(t.topic_id ORDER BY t.topic_id) FILTER (WHERE t.state = 'rejected'), '{}') AS no
      FROM article a
      JOIN article_tag t ON t.article_id = a.id AND t.state <> 'suggested'
      JOIN topic ON topic.id = t.topic_id AND topic.retired_at IS NULL
      WHERE a.id = ANY(${ids.slice(from, from + PAGE)}::uuid[])
      GROUP BY a.id ORDER BY a.id`
  }
}
