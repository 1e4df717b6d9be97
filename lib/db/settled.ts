/**
 * What follows from an article's coming, going or moving, stated once for comparing, batches and stories alike. As text,
 * because comparing runs it on its own connection and the others in Prisma's transaction.
 */

/**
 * $1 story ids, $2 the time of the change or null: how many articles each has, from when to when. A story left without
 * articles keeps its span, so that an undo finds it.
 */
export const SETTLE_STORIES = `
  UPDATE story AS s
  SET article_count = counted.articles,
      first_at = coalesce(counted.first_at, s.first_at),
      last_at = coalesce(counted.last_at, s.last_at),
      updated_at = coalesce($2::timestamptz, s.updated_at)
  FROM (
    SELECT wanted.id, count(a.id)::int AS articles, min(a.sort_at) AS first_at, max(a.sort_at) AS last_at
    FROM unnest($1::uuid[]) AS wanted(id)
    LEFT JOIN article AS a ON a.story_id = wanted.id AND a.withdrawn_at IS NULL
    GROUP BY wanted.id
  ) AS counted
  WHERE s.id = counted.id`

/**
 * $1 group ids: the primary is the first full version (nine tenths of the longest's words), not the first row. One that
 * an editor has chosen stays for as long as it is in the group. A month or a year does not say who was first.
 */
export const SETTLE_GROUPS = `
  UPDATE duplicate_group AS g
  SET primary_set_by_id = NULL, primary_id = (
    SELECT a.id FROM article AS a
    WHERE a.duplicate_group_id = g.id AND a.withdrawn_at IS NULL AND a.word_count >= 0.9 * (
      SELECT max(b.word_count) FROM article AS b WHERE b.duplicate_group_id = g.id AND b.withdrawn_at IS NULL)
    ORDER BY coalesce(a.published_precision IN ('month', 'year'), true), a.sort_at, a.id LIMIT 1)
  WHERE g.id = ANY($1::uuid[]) AND (g.primary_set_by_id IS NULL OR NOT EXISTS (
    SELECT 1 FROM article AS p WHERE p.id = g.primary_id AND p.duplicate_group_id = g.id AND p.withdrawn_at IS NULL))`
