import { z } from 'zod'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'

/** What takes it back: the relations that moved, by which end, and those that stood there already (whole rows). */
export const MovedRelations = z.object({
  own: z.array(z.uuid()),
  toIt: z.array(z.uuid()),
  given: z.array(z.record(z.string(), z.json())),
})
export type MovedRelations = z.output<typeof MovedRelations>

/**
 * Makes the relations of one entity another's, in both directions. Where the other is related so already, its own word
 * on it stands; what would relate it to itself goes. @throws AppError invalid where a whole would be part of its own part
 */
export async function moveRelations({ db }: Context, from: string, into: string): Promise<MovedRelations> {
  const own = await db.$queryRaw<{ id: string }[]>`
    UPDATE entity_relation r SET entity_id = ${into}
    WHERE entity_id = ${from} AND target_id IS DISTINCT FROM ${into}
      AND NOT EXISTS (SELECT 1 FROM entity_relation there WHERE there.entity_id = ${into} AND there.kind = r.kind
                      AND there.target_id IS NOT DISTINCT FROM r.target_id AND there.country IS NOT DISTINCT FROM r.country)
    RETURNING id`
  const toIt = await db.$queryRaw<{ id: string }[]>`
    UPDATE entity_relation r SET target_id = ${into}
    WHERE target_id = ${from} AND entity_id <> ${into}
      AND NOT EXISTS (SELECT 1 FROM entity_relation there WHERE there.entity_id = r.entity_id AND there.kind = r.kind
                      AND there.target_id = ${into})
    RETURNING id`
  const given = await db.$queryRaw<{ row: MovedRelations['given'][number] }[]>`
    DELETE FROM entity_relation r WHERE entity_id = ${from} OR target_id = ${from} RETURNING to_jsonb(r) AS row`
  const circle = await db.$queryRaw<unknown[]>`
    WITH RECURSIVE up(id) AS (
      SELECT target_id FROM entity_relation WHERE entity_id = ${into} AND kind = 'partOf' AND target_id IS NOT NULL
      UNION SELECT r.target_id FROM entity_relation r JOIN up ON r.entity_id = up.id
      WHERE r.kind = 'partOf' AND r.target_id IS NOT NULL
    ) SELECT FROM up WHERE id = ${into}`
  if (circle.length > 0) throw new AppError('invalid', { from, into })
  return { own: own.map(({ id }) => id), toIt: toIt.map(({ id }) => id), given: given.map(({ row }) => row) }
}

/** Parts them again as they were; relations said since stay where they are. */
export async function moveRelationsBack(
  { db }: Context,
  from: string,
  into: string,
  { own, toIt, given }: MovedRelations,
): Promise<void> {
  await db.entityRelation.updateMany({ where: { id: { in: own }, entityId: into }, data: { entityId: from } })
  await db.entityRelation.updateMany({ where: { id: { in: toIt }, targetId: into }, data: { targetId: from } })
  await db.$executeRaw`
    INSERT INTO entity_relation
    SELECT * FROM jsonb_populate_recordset(NULL::entity_relation, ${JSON.stringify(given)}::jsonb) ON CONFLICT DO NOTHING`
}
