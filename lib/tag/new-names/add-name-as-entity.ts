import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { name } from '#lib/core/form-fields.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { EntityKind } from '#lib/db/generated/enums.ts'
import { createEntity } from '#lib/tag/add-entity.ts'
import { decideNames, newSpellings, reopenNames, TheseNames } from '#lib/tag/new-names/decide-names.ts'
import { tagWhereSeen } from '#lib/tag/new-names/tag-where-seen.ts'

export const AddNameAsEntityInput = z
  .object({ ...TheseNames, kind: z.enum(EntityKind), nameAr: name, nameEn: name, nameFr: name })
  .refine(({ nameAr, nameEn, nameFr }) => nameAr ?? nameEn ?? nameFr, { path: ['nameAr'] })

const Undo = z.object({ nameIds: z.array(z.uuid()), entityId: z.string() })

/**
 * Makes a name that was seen often an entity, with all the ways in which it was written, and suggests it for the
 * articles in which it was seen. What else there is to say of it is said on its own page.
 * @throws AppError forbidden, conflict where somebody has decided on the name before
 */
export async function addNameAsEntity(
  ctx: Context,
  { nameId, also, kind, ...names }: z.output<typeof AddNameAsEntityInput>,
): Promise<{ eventId: string; entityId: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'taxonomy:edit')
    const decided = await decideNames(tx, { nameId, also }, 'added', null)
    const nameIds = decided.map(({ id }) => id)
    const given = Object.values(names).filter((each) => each !== null)
    const aliases = { ...newSpellings(decided, given), ambiguous: [], except: [] }
    const entityId = await createEntity(tx, { kind, ...names, titles: [], country: null, aliases })
    await tx.db.seenName.updateMany({ where: { id: { in: nameIds } }, data: { entityId } })
    const tags = await tagWhereSeen(tx, nameIds, entityId)
    const eventId = await recordEvent(tx, {
      kind: 'name.added',
      subject: { type: 'entity', id: entityId },
      data: { name: given[0] ?? '', articles: tags.length },
      undo: { nameIds, entityId },
    })
    return { eventId, entityId }
  })
}

/**
 * Takes the entity away again with what was suggested of it, and asks about its names again.
 * @throws AppError conflict where somebody has decided on a tag of it, related it, or given it another name's place; forbidden
 */
export async function undoAddNameAsEntity(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'taxonomy:edit')
  const { nameIds, entityId } = Undo.parse(payload)
  await reopenNames(tx, nameIds, 'added')
  await tx.db.articleTag.deleteMany({ where: { entityId, state: 'suggested', origin: { not: 'person' } } })
  const nothing = { none: {} }
  const { count } = await tx.db.entity.deleteMany({
    where: { id: entityId, tags: nothing, relations: nothing, relatedTo: nothing, seenNames: nothing, merged: nothing },
  })
  if (count === 0) throw new AppError('conflict', { entityId })
}
