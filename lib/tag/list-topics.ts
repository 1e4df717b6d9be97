import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'
import { findNamed } from '#lib/text/find-named.ts'

export type TopicListed = {
  id: string
  labelAr: string | null
  labelEn: string
  definitionAr: string | null
  parentId: string | null
  retiredAt: Date | null
  children: number
  /** Articles that carry or may carry it or what is under it: those that the desk lists for it. */
  articles: number
}
export type TopicFilter = {
  /** Looks through all topics, by any label; without it, the children of `parent` (or the first level). */
  q?: string | undefined
  parent?: string | undefined
  after?: string | undefined
  locale: string
}

const PAGE = 50

/** A level of the tree, or what a search finds in all of it. Retired topics are shown, marked. @throws AppError forbidden */
export async function listTopics(
  { db, actor }: Context,
  { q, parent, after, locale }: TopicFilter,
): Promise<{ topics: TopicListed[]; total: number; next: string | null }> {
  authorize(actor, 'taxonomy:edit')
  const named = await db.topic.findMany({
    ...(q ? {} : { where: { parentId: parent ?? null } }),
    select: { id: true, labelAr: true, labelEn: true },
  })
  const { ids, total, next } = findNamed(
    named.map(({ id, labelAr, labelEn }) => ({
      id,
      names: locale === 'ar' ? [labelAr, labelEn, id] : [labelEn, labelAr, id],
    })),
    { q, after, locale, limit: PAGE },
  )
  const rows = await db.$queryRaw<TopicListed[]>`
    WITH RECURSIVE below(top, id) AS (
      SELECT id, id FROM topic WHERE id = ANY(${ids})
      UNION SELECT below.top, c.id FROM topic c JOIN below ON c.parent_id = below.id
    ), counted AS (
      SELECT below.top, count(DISTINCT g.article_id)::int AS articles
      FROM below JOIN article_tag g ON g.topic_id = below.id AND g.state <> 'rejected'
      JOIN article a ON a.id = g.article_id AND a.withdrawn_at IS NULL
      GROUP BY below.top
    )
    SELECT t.id, t.label_ar AS "labelAr", t.label_en AS "labelEn", t.definition_ar AS "definitionAr",
      t.parent_id AS "parentId", t.retired_at AS "retiredAt",
      (SELECT count(*)::int FROM topic c WHERE c.parent_id = t.id) AS children,
      coalesce(counted.articles, 0) AS articles
    FROM topic t LEFT JOIN counted ON counted.top = t.id WHERE t.id = ANY(${ids})`
  const byId = new Map(rows.map((row) => [row.id, row]))
  return { topics: ids.flatMap((id) => byId.get(id) ?? []), total, next }
}
