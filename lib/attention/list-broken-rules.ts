import { authorize } from '#lib/access/authorize.ts'
import type { FlagKind } from '#lib/core/article.ts'
import type { Context } from '#lib/db/context.ts'

/** Doubts whose sudden rise says that a site looks different now, so that a rule finds nothing any more. */
const TELLING = ['title-missing', 'date-missing', 'truncated', 'boilerplate-heavy'] as const satisfies FlagKind[]

/** What has changed in the articles of a source: a doubt, nobody named behind the text, or a rule that gave the date. */
export type BrokenRule = {
  sourceId: string
  sourceNameAr: string | null
  sourceNameEn: string | null
  sourceNameFr: string | null
  /** `rule`: the date used to be found by `rule`; it hardly is now. */
  sign: (typeof TELLING)[number] | 'unsigned' | 'rule'
  rule: string | null
  /** Articles it concerns, of how many: of the last week, and of the two months before. */
  now: number
  ofNow: number
  before: number
  ofBefore: number
}

const WEEK = 7
const BEFORE = 60
/** Fewer articles prove nothing. */
const LEAST = 10
/** The newest of a source are proof enough, however much it publishes: the query costs the same for any archive. */
const MOST_NOW = 300
const MOST_BEFORE = 600
/** A rise by chance alone is one in 700 at z = 3; and below 20 points nobody would act. */
const Z = 3
const POINTS = 0.2

/** Sources of which less is understood than before, the clearest change first. */
export async function listBrokenRules({ db, actor, now }: Context): Promise<BrokenRule[]> {
  authorize(actor, 'dashboard:read')
  const days = (count: number) => new Date(now().getTime() - count * 24 * 3600_000)
  return db.$queryRaw<BrokenRule[]>`
    WITH article_seen AS MATERIALIZED (
      SELECT s.id AS source_id, a.*
      FROM source AS s CROSS JOIN LATERAL (
        (SELECT id, TRUE AS is_new, byline IS NULL AND agency IS NULL AS unsigned, evidence->'publishedAt'->>'rule' AS rule
         FROM article WHERE source_id = s.id AND withdrawn_at IS NULL AND sort_at > ${days(WEEK)} AND sort_at <= ${now()}
         ORDER BY sort_at DESC LIMIT ${MOST_NOW})
        UNION ALL
        (SELECT id, FALSE, byline IS NULL AND agency IS NULL, evidence->'publishedAt'->>'rule'
         FROM article WHERE source_id = s.id AND withdrawn_at IS NULL
           AND sort_at > ${days(WEEK + BEFORE)} AND sort_at <= ${days(WEEK)}
         ORDER BY sort_at DESC LIMIT ${MOST_BEFORE})
      ) AS a
    ), total AS (
      SELECT source_id, count(*) FILTER (WHERE is_new) AS of_now, count(*) FILTER (WHERE NOT is_new) AS of_before
      FROM article_seen GROUP BY source_id
      HAVING count(*) FILTER (WHERE is_new) >= ${LEAST} AND count(*) FILTER (WHERE NOT is_new) >= ${LEAST}
    ), sign AS (
      SELECT a.source_id, a.is_new, f.kind AS sign, NULL AS rule
      FROM article_seen AS a JOIN article_flag AS f ON f.article_id = a.id WHERE f.kind = ANY(${[...TELLING]}::text[])
      UNION ALL
      SELECT source_id, is_new, 'unsigned', NULL FROM article_seen WHERE unsigned
      UNION ALL
      SELECT source_id, is_new, 'rule', rule FROM article_seen WHERE rule IS NOT NULL
    ), counted AS (
      SELECT t.*, g.sign, g.rule, count(*) FILTER (WHERE g.is_new) AS now, count(*) FILTER (WHERE NOT g.is_new) AS before
      FROM total AS t JOIN sign AS g USING (source_id) GROUP BY t.source_id, t.of_now, t.of_before, g.sign, g.rule
    ), measured AS (
      SELECT *, now::float / of_now AS p_now, before::float / of_before AS p_before,
        (now + before)::float / (of_now + of_before) AS p
      FROM counted
    )
    SELECT m.source_id AS "sourceId", s.name_ar AS "sourceNameAr", s.name_en AS "sourceNameEn", s.name_fr AS "sourceNameFr",
      m.sign, m.rule, m.now::int, m.of_now::int AS "ofNow", m.before::int, m.of_before::int AS "ofBefore"
    FROM measured AS m JOIN source AS s ON s.id = m.source_id
    WHERE CASE WHEN m.sign = 'rule' THEN m.p_before >= 0.5 AND m.p_now < 0.1
      ELSE m.p_now - m.p_before >= ${POINTS}
        AND m.p_now - m.p_before >= ${Z} * sqrt(m.p * (1 - m.p) * (1.0 / m.of_now + 1.0 / m.of_before)) END
    ORDER BY abs(m.p_now - m.p_before) DESC, m.source_id, m.sign
    LIMIT 50`
}
