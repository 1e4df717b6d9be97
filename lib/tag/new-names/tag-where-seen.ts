import { newId } from '#lib/core/id.ts'
import type { Context } from '#lib/db/context.ts'
import { nameKey } from '#lib/tag/names/name-key.ts'

/** Of a name seen in more, the newest are tagged; reading again tags the others. */
const MOST_TAGGED = 5000
/** As sure as one mention in the lead of a report: suggested, not more. */
const SCORE = 0.6

/**
 * Suggests an entity for the articles in which names were seen, with the place that says so. What is tagged with it, or
 * was rejected, stays as it is. @returns the tags that are new
 */
export async function tagWhereSeen({ db, now }: Context, nameIds: string[], entityId: string): Promise<string[]> {
  const seen = await db.$queryRaw<{ articleId: string; text: string; start: number; end: number; key: string }[]>`
    SELECT DISTINCT ON (a.id) a.id AS "articleId", left(a.text, s."end") AS text, s.start, s."end", n.key
    FROM seen_name_article s JOIN seen_name n ON n.id = s.name_id
    JOIN article a ON a.id = s.article_id AND a.withdrawn_at IS NULL
    WHERE s.name_id = ANY(${nameIds}::uuid[]) ORDER BY a.id DESC, s.start LIMIT ${MOST_TAGGED}`
  const rows = seen.flatMap(({ articleId, text, start, end, key }) => {
    const quote = text.slice(start, end)
    // Of a text that has changed just now the place may be another's.
    if (nameKey(quote) !== key) return []
    const evidence = {
      rule: 'tag.named.entity',
      quote,
      span: { start, end },
      detail: { inTitle: false, mentions: 1 },
      matches: [{ quote, start, end, field: 'text' }],
    }
    return [{ id: newId(), article: articleId, evidence }]
  })
  const tags = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO article_tag (id, article_id, entity_id, origin, state, score, evidence, created_at)
    SELECT id, article, ${entityId}, 'rule', 'suggested', ${SCORE}, evidence, ${now()}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, article uuid, evidence jsonb)
    ORDER BY article ON CONFLICT DO NOTHING RETURNING id`
  return tags.map(({ id }) => id)
}
