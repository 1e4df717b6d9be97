import { authorize } from '#lib/access/authorize.ts'
import { articleLineColumns, articleLineJoins, originColumns } from '#lib/articles/article-line-sql.ts'
import type { ArticleLine, Origin } from '#lib/core/article-line.ts'
import type { Context } from '#lib/db/context.ts'

/** How two articles are held to carry the same text. */
export type PairRelation = { kind: 'exact' | 'edited' | 'shortened' | 'contains'; jaccard: number; containment: number }
/** `pair` is null where an editor put the two together, or a third copy did. */
export type CopyLine = ArticleLine & Origin & { inGroup: boolean; isPrimary: boolean; pair: PairRelation | null }

/** Copies that are shown; a wire text may have hundreds. */
const MOST = 50

/** Articles that carry this one's text, and those that hold much of it, in order of time. */
export async function listCopies(ctx: Context, articleId: string): Promise<CopyLine[]> {
  authorize(ctx.actor, 'article:read')
  return ctx.db.$queryRaw<CopyLine[]>`
    WITH this AS (SELECT id, duplicate_group_id FROM article WHERE id = ${articleId}::uuid),
    others AS (
      SELECT copy.id FROM this JOIN article copy USING (duplicate_group_id) WHERE copy.id <> this.id
      UNION SELECT b_id FROM duplicate_pair WHERE a_id = ${articleId}::uuid
      UNION SELECT a_id FROM duplicate_pair WHERE b_id = ${articleId}::uuid
    )
    SELECT ${articleLineColumns}, ${originColumns},
      coalesce(a.duplicate_group_id = (SELECT duplicate_group_id FROM this), false) AS "inGroup",
      coalesce(g.primary_id = a.id, false) AS "isPrimary",
      CASE WHEN p.kind IS NOT NULL
        THEN json_build_object('kind', p.kind, 'jaccard', p.jaccard, 'containment', p.containment) END AS pair
    FROM others JOIN article a ON a.id = others.id AND a.withdrawn_at IS NULL
    LEFT JOIN duplicate_group g ON g.id = a.duplicate_group_id
    LEFT JOIN duplicate_pair p
      ON p.a_id = least(a.id, ${articleId}::uuid) AND p.b_id = greatest(a.id, ${articleId}::uuid)
    ${articleLineJoins}
    ORDER BY "inGroup" DESC, a.sort_at, a.id LIMIT ${MOST}`
}
