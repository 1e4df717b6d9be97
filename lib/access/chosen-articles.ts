import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import type { Action } from '#lib/access/policy.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'

/** The articles a command is about. A form repeats `articleIds[]`. */
export const ChosenArticles = {
  articleIds: z.array(z.uuid()).min(1).max(5000),
  /** Also the articles that carry the same text: what was decided of a text holds for its copies. */
  withCopies: z.union([z.boolean(), z.stringbool()]).default(false),
}
type Chosen = { articleIds: string[]; withCopies: boolean }

/**
 * The chosen articles that the actor may change in this way, in order of their ids.
 * @throws AppError forbidden; notFound where none of them is there
 */
export async function chosenArticles(tx: Context, chosen: Chosen, action: Action): Promise<string[]> {
  authorize(tx.actor, 'article:read')
  authorize(tx.actor, action)
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    WITH chosen AS (
      SELECT id, duplicate_group_id FROM article
      WHERE id = ANY(${chosen.articleIds}::uuid[]) AND withdrawn_at IS NULL
    )
    SELECT id FROM chosen
    UNION
    SELECT copy.id FROM chosen JOIN article copy USING (duplicate_group_id)
    WHERE ${chosen.withCopies} AND copy.withdrawn_at IS NULL
    ORDER BY id`
  if (rows.length === 0) throw new AppError('notFound', { articleIds: chosen.articleIds.slice(0, 5) })
  return rows.map((row) => row.id)
}

/** The subject of an audit event about chosen articles: the article, where it was one. */
export const aboutArticles = ({ articleIds }: Chosen): { subject?: { type: string; id: string } } => {
  const [id] = articleIds
  return id && articleIds.length === 1 ? { subject: { type: 'article', id } } : {}
}
