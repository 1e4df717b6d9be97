import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { newId } from '#lib/core/id.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { EntityFields } from '#lib/tag/entity-fields.ts'
import { slugOf } from '#lib/text/slug-of.ts'

export const AddEntityInput = EntityFields

/** Adds a person, an organisation or a place. @throws AppError forbidden */
export async function addEntity(
  ctx: Context,
  fields: EntityFields,
): Promise<{ eventId: string; entityId: string; redirectTo: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'taxonomy:edit')
    const id = await createEntity(tx, fields)
    const eventId = await recordEvent(tx, {
      kind: 'entity.added',
      subject: { type: 'entity', id },
      data: { name: fields.nameAr ?? fields.nameEn ?? fields.nameFr ?? '' },
      undo: { entityId: id },
    })
    return { eventId, entityId: id, redirectTo: `/entities/${encodeURIComponent(id)}` }
  })
}

/** @returns its id: a name that can be read in addresses, where it has a Latin one */
export async function createEntity(tx: Context, fields: EntityFields): Promise<string> {
  const slug = slugOf(fields.nameEn ?? fields.nameFr ?? '')
  const unique = newId().slice(-12)
  const id = slug ? `${slug}-${unique.slice(-6)}` : `entity-${unique}`
  await tx.db.entity.create({ data: { id, ...fields } })
  return id
}

/** Takes a new entity away again while no article is tagged with it and nothing is related to it. @throws AppError conflict, forbidden */
export async function undoAddEntity(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'taxonomy:edit')
  const { entityId } = z.object({ entityId: z.string() }).parse(payload)
  const { count } = await tx.db.entity.deleteMany({
    where: { id: entityId, tags: { none: {} }, relations: { none: {} }, relatedTo: { none: {} } },
  })
  if (count === 0) throw new AppError('conflict', { entityId })
}
