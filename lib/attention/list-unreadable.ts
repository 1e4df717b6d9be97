import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'

/** What of one delivery could not be read for one reason, and nobody has retried or taken back since. */
export type Unreadable = {
  batchId: string
  batchName: string
  arrivedAt: Date
  /** Key of the reason; its figures differ from item to item, `problem` is the first one's. */
  key: string
  problem: object
  /** Path of the first item. */
  example: string
  count: number
}

/** Older ones have been seen by somebody, or nobody wants them. */
const DAYS = 14
const MOST = 100

/** Documents and whole files of the last fortnight that wait for a decision, the newest delivery first. */
export async function listUnreadable({ db, actor, now }: Context): Promise<Unreadable[]> {
  authorize(actor, 'dashboard:read')
  const since = new Date(now().getTime() - DAYS * 24 * 3600_000)
  return db.$queryRaw<Unreadable[]>`
    WITH recent AS (
      SELECT id, name, created_at FROM batch WHERE created_at >= ${since} AND state <> 'undone'
    ), failed AS (
      SELECT d.batch_id, d.problem, d.path, d.id
      FROM document AS d WHERE d.batch_id IN (SELECT id FROM recent) AND d.state = 'unreadable'
      UNION ALL
      SELECT f.batch_id, f.problem, f.path, f.id
      FROM batch_file AS f WHERE f.batch_id IN (SELECT id FROM recent) AND f.state = 'failed'
        -- One that failed for an item of its own is counted by that item.
        AND NOT EXISTS (SELECT 1 FROM document AS d WHERE d.file_id = f.id AND d.state = 'unreadable')
    )
    SELECT b.id AS "batchId", b.name AS "batchName", b.created_at AS "arrivedAt", f.problem->>'key' AS key,
      (array_agg(f.problem ORDER BY f.id))[1] AS problem, (array_agg(f.path ORDER BY f.id))[1] AS example, count(*)::int AS count
    FROM failed AS f JOIN recent AS b ON b.id = f.batch_id
    WHERE f.problem->>'key' IS NOT NULL
    GROUP BY b.id, b.name, b.created_at, f.problem->>'key'
    ORDER BY b.created_at DESC, count(*) DESC, key
    LIMIT ${MOST}`
}
