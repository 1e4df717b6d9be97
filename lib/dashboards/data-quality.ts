import { authorize } from '#lib/access/authorize.ts'
import { env } from '#lib/core/env.ts'
import { addDays } from '#lib/dashboards/period.ts'
import type { Scope } from '#lib/dashboards/scope.ts'
import { filterSql, isFirst } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'

/** What is counted once for the whole: articles first, then documents, then batches. */
const MEASURES = ['flagged', 'copies', 'source-unknown', 'unreadable', 'already', 'batches-with-failures'] as const

/** One thing that was counted, and the whole it is a part of. `flag` names the kind of doubt, in `flag` rows only. */
export type QualityCount = {
  measure: 'flag' | (typeof MEASURES)[number]
  flag: string | null
  count: number
  /** Articles, documents or batches of the period, whichever the measure is a part of. */
  of: number
}

/**
 * How far can the rest be trusted? Doubts by kind, copies and unknown sources among the filtered articles; unreadable
 * documents and batches with failures among all batches that arrived in the period (a document that could not be read
 * has no topic or country to be filtered by). @throws AppError forbidden
 */
export async function dataQuality({ db, actor }: Context, f: Scope): Promise<QualityCount[]> {
  authorize(actor, 'dashboard:read')
  const zone = env().DESK_TIME_ZONE
  return db.$queryRaw<QualityCount[]>`
    WITH counted AS MATERIALIZED (
      SELECT a.id, a.source_id, ${isFirst(Prisma.sql`a`)} AS is_first
      FROM article a
      WHERE ${filterSql(f)}
    ), total AS (
      SELECT count(*)::int AS articles FROM counted
    ), doubt AS (
      SELECT fl.kind, count(*)::int AS count
      FROM article_flag fl
      WHERE fl.dismissed_at IS NULL AND fl.article_id IN (SELECT id FROM counted)
      GROUP BY fl.kind
    ), arrived AS (
      SELECT b.id,
             EXISTS (SELECT FROM batch_file fi WHERE fi.batch_id = b.id AND fi.state = 'failed') AS has_failed_file
      FROM batch b
      WHERE b.undone_at IS NULL
        AND b.created_at >= ${f.from}::date::timestamp AT TIME ZONE ${zone}
        AND b.created_at < ${addDays(f.to, 1)}::date::timestamp AT TIME ZONE ${zone}
    ), item AS (
      SELECT d.batch_id, d.state FROM document d WHERE d.batch_id IN (SELECT id FROM arrived)
    )
    SELECT * FROM (
    SELECT 'flag' AS measure, kind AS flag, count, (SELECT articles FROM total) AS of FROM doubt
    UNION ALL
    SELECT 'flagged', NULL, (SELECT count(DISTINCT fl.article_id) FROM article_flag fl
             WHERE fl.dismissed_at IS NULL AND fl.article_id IN (SELECT id FROM counted))::int, articles FROM total
    UNION ALL
    SELECT 'copies', NULL, (SELECT count(*) FROM counted WHERE NOT is_first)::int, articles FROM total
    UNION ALL
    SELECT 'source-unknown', NULL, (SELECT count(*) FROM counted WHERE source_id IS NULL)::int, articles FROM total
    UNION ALL
    SELECT 'unreadable', NULL, (count(*) FILTER (WHERE state = 'unreadable'))::int, count(*)::int FROM item
    UNION ALL
    SELECT 'already', NULL, (count(*) FILTER (WHERE state = 'already'))::int, count(*)::int FROM item
    UNION ALL
    SELECT 'batches-with-failures', NULL,
           (count(*) FILTER (WHERE has_failed_file OR id IN (SELECT batch_id FROM item WHERE state = 'unreadable')))::int,
           count(*)::int FROM arrived
    ) AS row
    ORDER BY measure = 'flag', array_position(${[...MEASURES]}::text[], measure), count DESC, flag`
}
