import type { TagLine } from '#lib/core/article-line.ts'
import type { Context } from '#lib/db/context.ts'
import { isSureTag } from '#lib/db/is-sure-tag.ts'

/** The accepted and suggested tags of articles, accepted first, then the surest; keyed by the article. */
export async function tagsOf({ db }: Context, articleIds: string[]): Promise<Map<string, TagLine[]>> {
  const tags = await db.$queryRaw<(TagLine & { articleId: string })[]>`
    SELECT t.article_id AS "articleId", t.id, t.state::text AS state, t.origin::text AS origin, ${isSureTag} AS sure, t.score,
           CASE WHEN t.topic_id IS NOT NULL THEN 'topic' WHEN t.entity_id IS NOT NULL THEN 'entity' ELSE 'country' END AS kind,
           coalesce(t.topic_id, t.entity_id, t.country) AS subject,
           json_build_object('ar', coalesce(topic.label_ar, entity.name_ar), 'en', coalesce(topic.label_en, entity.name_en),
                             'fr', entity.name_fr) AS names
    FROM article_tag t
    LEFT JOIN topic ON topic.id = t.topic_id
    LEFT JOIN entity ON entity.id = t.entity_id
    WHERE t.article_id = ANY(${articleIds}::uuid[]) AND t.state <> 'rejected'
    ORDER BY t.state = 'accepted' DESC, t.score DESC, t.id`
  return Map.groupBy(tags, (tag) => tag.articleId)
}
