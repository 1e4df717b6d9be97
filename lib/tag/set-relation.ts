import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { name } from '#lib/core/form-fields.ts'
import { newId } from '#lib/core/id.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { EntityRelationKind } from '#lib/db/generated/enums.ts'
import { endsOf, StoredRelation, targetOf } from '#lib/tag/stored-relation.ts'
import { SubjectInput, subjectNames } from '#lib/tag/subject-input.ts'

/** Years as forms send them; an office that lasts has none. */
const Year = z.union([z.literal('').transform(() => null), z.coerce.number().int().min(1000).max(2999)])

export const SetRelationInput = z
  .object({
    entityId: z.string().min(1).max(200),
    kind: z.enum(EntityRelationKind),
    target: SubjectInput.refine(({ kind }) => kind !== 'topic'),
    office: name,
    until: Year,
  })
  .refine(({ kind, office }) => kind === 'partOf' || office !== null, { path: ['office'] })
  .transform(
    ({ entityId, kind, target, office, until }): StoredRelation => ({
      entityId,
      kind,
      targetId: target.kind === 'entity' ? target.id : null,
      country: target.kind === 'country' ? target.id : null,
      // Only an office has a name and an end.
      ...(kind === 'partOf' ? { office: null, until: null } : { office, until }),
    }),
  )

/**
 * Says how an entity stands to another or to a country. Where the two are related so already, the office and its end
 * are changed.
 * @throws AppError notFound (also where the target is retired), invalid where a whole would be part of its own part,
 * conflict, forbidden
 */
export async function setRelation(ctx: Context, after: StoredRelation) {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'taxonomy:edit')
    const { entityId, kind, targetId, office, until } = after
    const entity = await subjectNames(tx, { kind: 'entity', id: entityId }, 'retired too')
    const target = await subjectNames(tx, targetOf(after))
    if (targetId !== null && (targetId === entityId || (kind === 'partOf' && (await isWithin(tx, targetId, entityId)))))
      throw new AppError('invalid', { entityId, targetId })
    const redirectTo = `/entities/${encodeURIComponent(entityId)}`
    const stored = await tx.db.entityRelation.findFirst({ where: endsOf(after) })
    const before = stored && StoredRelation.parse(stored)
    if (before?.office === office && before.until === until) return { note: 'unchanged', redirectTo }
    const { count } = before
      ? await tx.db.entityRelation.updateMany({ where: before, data: { office, until } })
      : await tx.db.entityRelation.createMany({ data: { id: newId(), ...after }, skipDuplicates: true })
    if (count === 0) throw new AppError('conflict', { entityId })
    const eventId = await recordEvent(tx, {
      kind: 'entity.relation-set',
      subject: { type: 'entity', id: entityId },
      data: { name: entity.ar, kind, ar: target.ar, en: target.en, office: office ?? '' },
      undo: { before, after },
    })
    return { eventId, redirectTo }
  })
}

/** Puts back what stood before, unless somebody has changed it since. @throws AppError conflict, forbidden */
export async function undoSetRelation(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'taxonomy:edit')
  const { before, after } = z.object({ before: StoredRelation.nullable(), after: StoredRelation }).parse(payload)
  const { count } = before
    ? await tx.db.entityRelation.updateMany({
        where: after,
        data: { office: before.office, until: before.until },
      })
    : await tx.db.entityRelation.deleteMany({ where: after })
  if (count === 0) throw new AppError('conflict', { entityId: after.entityId })
}

/** Whether `id` is part of `whole`, directly or by way of others. */
async function isWithin({ db }: Context, id: string, whole: string): Promise<boolean> {
  const found = await db.$queryRaw<unknown[]>`
    WITH RECURSIVE up(id) AS (
      SELECT ${id}::text
      UNION SELECT r.target_id FROM entity_relation r JOIN up ON r.entity_id = up.id
      WHERE r.kind = 'partOf' AND r.target_id IS NOT NULL
    ) SELECT FROM up WHERE id = ${whole}`
  return found.length > 0
}
