import { batchesOf } from '#lib/batches/batches-of.ts'
import type { Context } from '#lib/db/context.ts'
import type { BatchOrigin, BatchState } from '#lib/db/generated/enums.ts'

export type BatchListed = {
  id: string
  name: string
  origin: BatchOrigin
  state: BatchState
  createdAt: Date
  createdBy: string | null
  files: number
  waiting: number
  read: number
  already: number
  unreadable: number
}

const PAGE = 25

/**
 * Deliveries, newest first, with what became of their items: those that somebody sent, or those that are gathered of what
 * comes by itself, of which each feed makes one a day.
 * @param after id of the last one seen
 * @throws AppError forbidden
 */
export async function listBatches(
  { db, actor }: Context,
  { after, gathered = false }: { after?: string | undefined; gathered?: boolean },
): Promise<{ batches: BatchListed[]; next: string | null }> {
  const { origin = null, createdById = null } = batchesOf(actor)
  // Ids of version 7 sort by time. The counts of a page's batches come out of one index.
  const rows = await db.$queryRaw<BatchListed[]>`
    WITH page AS (
      SELECT id, name, origin, state, created_at, created_by_id FROM batch
      WHERE (${after ?? null}::uuid IS NULL OR id < ${after ?? null}::uuid)
        AND (gathers IS NOT NULL) = ${gathered}
        AND (${origin}::batch_origin IS NULL OR origin = ${origin}::batch_origin)
        AND (${createdById}::uuid IS NULL OR created_by_id = ${createdById}::uuid)
      ORDER BY id DESC LIMIT ${PAGE + 1}
    ), counted AS (
      SELECT batch_id,
        count(*) FILTER (WHERE state = 'waiting')::int AS waiting, count(*) FILTER (WHERE state = 'read')::int AS read,
        count(*) FILTER (WHERE state = 'already')::int AS already, count(*) FILTER (WHERE state = 'unreadable')::int AS unreadable
      FROM document WHERE batch_id IN (SELECT id FROM page) GROUP BY batch_id
    )
    SELECT p.id, p.name, p.origin, p.state, p.created_at AS "createdAt", u.name AS "createdBy",
      (SELECT count(*)::int FROM batch_file AS f WHERE f.batch_id = p.id) AS files,
      coalesce(c.waiting, 0) AS waiting, coalesce(c.read, 0) AS read, coalesce(c.already, 0) AS already,
      coalesce(c.unreadable, 0) AS unreadable
    FROM page AS p LEFT JOIN counted AS c ON c.batch_id = p.id LEFT JOIN "user" AS u ON u.id = p.created_by_id
    ORDER BY p.id DESC`
  const batches = rows.slice(0, PAGE)
  return { batches, next: rows.length > PAGE ? (batches.at(-1)?.id ?? null) : null }
}
