import { authorize } from '#lib/access/authorize.ts'
import { env } from '#lib/core/env.ts'
import { type ArticleFilter, filterSql, isFirst } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'

/** What one source published, the largest first. `sourceId` is null for all articles without a known source. */
export type SourceOriginality = {
  sourceId: string | null
  nameAr: string | null
  nameEn: string | null
  nameFr: string | null
  articles: number
  /** The primary of their duplicate group, or alone. */
  first: number
  /** The rest: the same text stood in another article before. */
  copies: number
  /** Articles the delay is taken over: dated, in a story that others reported too. */
  compared: number
  /** Median hours behind the first report of the story; null where nothing could be compared. */
  delayHours: number | null
}

/**
 * Who writes, and who repeats? Volume, originality, and the delay behind the first report of each story.
 *
 * The first report is looked for among all articles of the story, whatever the filter. Where either date is known to
 * the day only, the delay is counted in whole days of the desk's calendar, so that a missing hour is not read as
 * midnight; dates known to the month or year are not compared. @throws AppError forbidden
 */
export async function sourceOriginality(
  { db, actor }: Context,
  f: ArticleFilter,
  limit = 20,
): Promise<SourceOriginality[]> {
  authorize(actor, 'dashboard:read')
  const zone = env().DESK_TIME_ZONE
  return db.$queryRaw<SourceOriginality[]>`
    WITH counted AS MATERIALIZED (
      SELECT a.id, a.source_id, a.story_id, a.published_at, a.published_precision, ${isFirst(Prisma.sql`a`)} AS is_first
      FROM article a
      WHERE ${filterSql(f)}
    ), report AS MATERIALIZED (
      SELECT r.id, r.story_id, coalesce(r.source_id, r.id) AS teller, r.published_at, r.published_precision
      FROM article r
      WHERE r.withdrawn_at IS NULL AND r.story_id IN (SELECT story_id FROM counted)
    ), shared_story AS (
      SELECT report.story_id FROM report
      GROUP BY report.story_id HAVING count(*) > 1 AND count(DISTINCT report.teller) > 1
    ), first_report AS (
      SELECT DISTINCT ON (report.story_id) report.story_id, report.published_at, report.published_precision
      FROM report JOIN shared_story USING (story_id)
      WHERE report.published_precision IN ('minute', 'day')
      ORDER BY report.story_id, report.published_at, report.id
    ), judged AS (
      SELECT c.source_id, c.is_first,
             CASE
               WHEN c.published_precision NOT IN ('minute', 'day') THEN NULL
               WHEN c.published_precision = 'minute' AND r.published_precision = 'minute'
                 THEN extract(epoch FROM c.published_at - r.published_at) / 3600
               ELSE 24 * ((c.published_at AT TIME ZONE ${zone})::date - (r.published_at AT TIME ZONE ${zone})::date)
             END::float8 AS delay
      FROM counted c
      LEFT JOIN first_report r ON r.story_id = c.story_id
    )
    SELECT judged.source_id AS "sourceId", source.name_ar AS "nameAr", source.name_en AS "nameEn", source.name_fr AS "nameFr",
           count(*)::int AS articles,
           (count(*) FILTER (WHERE is_first))::int AS first,
           (count(*) FILTER (WHERE NOT is_first))::int AS copies,
           count(delay)::int AS compared,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY delay) AS "delayHours"
    FROM judged LEFT JOIN source ON source.id = judged.source_id
    GROUP BY judged.source_id, source.id
    ORDER BY articles DESC, judged.source_id NULLS LAST
    LIMIT ${limit}`
}
