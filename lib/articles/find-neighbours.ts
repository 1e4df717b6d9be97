import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'

type Neighbour = { id: string; title: string | null; language: string }
export type Neighbours = { newer: Neighbour | null; older: Neighbour | null }

/** The articles before and after one on the desk, newest first; copies are passed over, for they fold under their primary. */
export async function findNeighbours(ctx: Context, article: { id: string; sortAt: Date }): Promise<Neighbours> {
  authorize(ctx.actor, 'article:read')
  const { id, sortAt } = article
  const rows = await ctx.db.$queryRaw<(Neighbour & { side: keyof Neighbours })[]>`
    (SELECT 'newer' AS side, a.id, a.title, a.language FROM article a
     LEFT JOIN duplicate_group g ON g.id = a.duplicate_group_id
     WHERE (a.sort_at, a.id) > (${sortAt}::timestamptz, ${id}::uuid) AND a.withdrawn_at IS NULL
       AND coalesce(g.primary_id, a.id) = a.id
     ORDER BY a.sort_at, a.id LIMIT 1)
    UNION ALL
    (SELECT 'older', a.id, a.title, a.language FROM article a
     LEFT JOIN duplicate_group g ON g.id = a.duplicate_group_id
     WHERE (a.sort_at, a.id) < (${sortAt}::timestamptz, ${id}::uuid) AND a.withdrawn_at IS NULL
       AND coalesce(g.primary_id, a.id) = a.id
     ORDER BY a.sort_at DESC, a.id DESC LIMIT 1)`
  const at = (side: keyof Neighbours) => rows.find((row) => row.side === side) ?? null
  return { newer: at('newer'), older: at('older') }
}
