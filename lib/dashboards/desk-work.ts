import { authorize } from '#lib/access/authorize.ts'
import { type ArticleFilter, filterSql } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'

/** The work on one person's articles; `everybody` is the desk as a whole and comes first. */
export type DeskWork = {
  scope: 'everybody' | 'person' | 'unassigned'
  userId: string | null
  name: string | null
  /** Articles of theirs (all of them, assigned to them, assigned to nobody) by state. */
  waiting: number
  working: number
  done: number
  archived: number
  /** Those of them with a tag that a person accepted. */
  tagged: number
  /** Articles on which they (anybody) decided first, and the median hours from arrival to that decision. */
  decided: number
  decisionHours: number | null
}

/**
 * How far is the desk, and how long does an article wait for it? The first decision is the first thing a person did
 * to an article that still stands: accepted or rejected a tag, moved it on, corrected or annotated it. Handing it to
 * somebody decides nothing. @throws AppError forbidden
 */
export async function deskWork({ db, actor }: Context, f: ArticleFilter): Promise<DeskWork[]> {
  authorize(actor, 'dashboard:read')
  return db.$queryRaw<DeskWork[]>`
    WITH counted AS MATERIALIZED (
      SELECT a.id, a.state, a.assignee_id, a.received_at
      FROM article a
      WHERE ${filterSql(f)}
    ), settled_tag AS MATERIALIZED (
      SELECT t.article_id, t.state, t.user_id, t.decided_at
      FROM article_tag t
      WHERE t.state <> 'suggested' AND t.article_id IN (SELECT id FROM counted)
    ), act AS MATERIALIZED (
      SELECT t.article_id, t.user_id, t.decided_at AS at
      FROM settled_tag t
      WHERE t.user_id IS NOT NULL AND t.decided_at IS NOT NULL
      UNION ALL
      SELECT c.id, e.actor_id, e.created_at
      FROM counted c
      JOIN audit_event e ON e.subject_type = 'article' AND e.subject_id = c.id::text
      WHERE e.actor_id IS NOT NULL AND e.undone_at IS NULL AND e.kind NOT IN ('article.assigned', 'article.given-back', 'change.undone')
      UNION ALL
      -- Many articles moved at once are one event without a subject: its undo names them.
      SELECT moved.id::uuid, e.actor_id, e.created_at
      FROM audit_event e, jsonb_path_query(e.undo, '$.before.*[*]') AS name, LATERAL (SELECT name #>> '{}' AS id) AS moved
      WHERE e.kind = 'article.moved' AND e.subject_id IS NULL AND e.actor_id IS NOT NULL AND e.undone_at IS NULL
        AND e.created_at >= (SELECT min(received_at) FROM counted)
        AND moved.id::uuid IN (SELECT id FROM counted)
    ), first_at AS (
      SELECT article_id, min(at) AS at FROM act GROUP BY article_id
    ), decision AS (
      SELECT act.article_id, act.at, min(act.user_id::text)::uuid AS user_id
      FROM act JOIN first_at ON first_at.article_id = act.article_id AND first_at.at = act.at
      GROUP BY act.article_id, act.at
    ), state_of AS (
      SELECT assignee_id AS user_id, GROUPING(assignee_id) = 1 AS is_all,
             (count(*) FILTER (WHERE state = 'new'))::int AS waiting,
             (count(*) FILTER (WHERE state = 'working'))::int AS working,
             (count(*) FILTER (WHERE state = 'done'))::int AS done,
             (count(*) FILTER (WHERE state = 'archived'))::int AS archived,
             count(tagged.article_id)::int AS tagged
      FROM counted
      LEFT JOIN (SELECT DISTINCT article_id FROM settled_tag WHERE state = 'accepted') AS tagged
        ON tagged.article_id = counted.id
      GROUP BY GROUPING SETS ((), (assignee_id))
    ), speed AS (
      SELECT d.user_id, GROUPING(d.user_id) = 1 AS is_all, count(*)::int AS decided,
             percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM d.at - c.received_at) / 3600)::float8 AS hours
      FROM decision d JOIN counted c ON c.id = d.article_id
      GROUP BY GROUPING SETS ((), (d.user_id))
    )
    SELECT CASE WHEN is_all THEN 'everybody' WHEN user_id IS NULL THEN 'unassigned' ELSE 'person' END AS scope,
           user_id AS "userId", u.name,
           coalesce(waiting, 0) AS waiting, coalesce(working, 0) AS working, coalesce(done, 0) AS done,
           coalesce(archived, 0) AS archived, coalesce(tagged, 0) AS tagged,
           coalesce(decided, 0) AS decided, hours AS "decisionHours"
    FROM (
      SELECT coalesce(s.is_all, v.is_all) AS is_all, coalesce(s.user_id, v.user_id) AS user_id,
             s.waiting, s.working, s.done, s.archived, s.tagged, v.decided, v.hours
      FROM state_of s
      FULL JOIN speed v ON v.is_all = s.is_all AND v.user_id IS NOT DISTINCT FROM s.user_id
    ) AS row
    LEFT JOIN "user" u ON u.id = row.user_id
    ORDER BY is_all DESC, user_id IS NULL DESC, decided DESC, u.name, user_id
    LIMIT 200`
}
