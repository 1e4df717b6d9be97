import { Prisma } from '#lib/db/generated/client.ts'
import { isOverdue } from '#lib/db/has-sql.ts'

/**
 * The columns of an ArticleLine (lib/core/article-line.ts) of `article` under the alias `a`, for a statement that ends
 * with {@link articleLineJoins}.
 */
export const articleLineColumns = Prisma.sql`
  a.id, a.title, a.language, a.source_id AS "sourceId", a.source_name AS "printedSource", a.agency,
  json_build_object('ar', s.name_ar, 'en', s.name_en, 'fr', s.name_fr) AS "sourceNames",
  a.published_at AS "publishedAt", a.published_precision::text AS "publishedPrecision",
  a.received_at AS "receivedAt", a.sort_at AS "sortAt", a.state::text AS state,
  a.assignee_id AS "assigneeId", u.name AS "assigneeName",
  a.due_at AS "dueAt", coalesce(${isOverdue(Prisma.sql`a`)}, false) AS "isOverdue",
  a.story_id AS "storyId", a.duplicate_group_id AS "duplicateGroupId", a.word_count AS "wordCount",
  coalesce((
    SELECT json_agg(json_build_object('kind', f.kind, 'evidence', f.evidence, 'confidence', f.confidence)
                    ORDER BY f.confidence DESC, f.kind)
    FROM article_flag f WHERE f.article_id = a.id AND f.dismissed_at IS NULL
  ), '[]') AS flags`

/** Whom an article names as the origin of its text: the agency, where the text is by it and does not only mention it. */
export const originColumns = Prisma.sql`
  a.origin_name AS "originName",
  CASE WHEN coalesce(a.evidence->'agency'->>'rule', '') NOT IN ('agency.mention', 'agency.picture-credit', 'agency.told')
    THEN a.agency END AS wire`

export const articleLineJoins = Prisma.sql`
  LEFT JOIN source s ON s.id = a.source_id LEFT JOIN "user" u ON u.id = a.assignee_id`
