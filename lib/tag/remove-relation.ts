import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { newId } from '#lib/core/id.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { StoredRelation, targetOf } from '#lib/tag/stored-relation.ts'
import { subjectNames } from '#lib/tag/subject-input.ts'

export const RemoveRelationInput = z.object({ relationId: z.uuid() })

/** Takes a relation of an entity out; one that is gone already is no failure. @throws AppError conflict, forbidden */
export async function removeRelation(ctx: Context, { relationId }: z.output<typeof RemoveRelationInput>) {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'taxonomy:edit')
    const stored = await tx.db.entityRelation.findUnique({ where: { id: relationId } })
    if (!stored) return { note: 'unchanged' }
    const before = StoredRelation.parse(stored)
    const { count } = await tx.db.entityRelation.deleteMany({ where: { id: relationId, ...before } })
    if (count === 0) throw new AppError('conflict', { relationId })
    const { entity, target } = await endNames(tx, before)
    return {
      eventId: await recordEvent(tx, {
        kind: 'entity.relation-removed',
        subject: { type: 'entity', id: before.entityId },
        data: { name: entity.ar, kind: before.kind, ar: target.ar, en: target.en, office: before.office ?? '' },
        undo: { before },
      }),
    }
  })
}

/** Puts it back, unless the two are related so again. @throws AppError conflict, notFound where one of them is gone, forbidden */
export async function undoRemoveRelation(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'taxonomy:edit')
  const { before } = z.object({ before: StoredRelation }).parse(payload)
  await endNames(tx, before)
  const { count } = await tx.db.entityRelation.createMany({ data: { id: newId(), ...before }, skipDuplicates: true })
  if (count === 0) throw new AppError('conflict', { entityId: before.entityId })
}

async function endNames(tx: Context, relation: StoredRelation) {
  return {
    entity: await subjectNames(tx, { kind: 'entity', id: relation.entityId }, 'retired too'),
    target: await subjectNames(tx, targetOf(relation), 'retired too'),
  }
}
