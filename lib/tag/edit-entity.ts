import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { EntityKind } from '#lib/db/generated/enums.ts'
import { EntityAliases } from '#lib/tag/entity-aliases.ts'
import { EntityFields } from '#lib/tag/entity-fields.ts'

export const EditEntityInput = EntityFields.and(z.object({ entityId: z.string().min(1).max(200) }))

const Stored = z.object({
  kind: z.enum(EntityKind),
  nameAr: z.string().nullable(),
  nameEn: z.string().nullable(),
  nameFr: z.string().nullable(),
  titles: z.array(z.string()),
  country: z.string().nullable(),
  aliases: EntityAliases,
})
type Stored = z.infer<typeof Stored>
/** An event from before a field was there says nothing about it. */
const Kept = Stored.partial()

/** Changes the names, titles and spellings by which an entity is found, from the next article on. @throws AppError notFound, forbidden */
export async function editEntity(
  ctx: Context,
  { entityId, ...fields }: z.output<typeof EditEntityInput>,
): Promise<{ eventId?: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'taxonomy:edit')
    const before = await storedEntity(tx, entityId)
    if (!before) throw new AppError('notFound', { entityId })
    const after = Stored.parse(fields)
    if (same(before, after)) return {}
    await tx.db.entity.update({ where: { id: entityId }, data: after })
    return {
      eventId: await recordEvent(tx, {
        kind: 'entity.edited',
        subject: { type: 'entity', id: entityId },
        data: { name: after.nameAr ?? after.nameEn ?? after.nameFr ?? '' },
        undo: { entityId, before, after },
      }),
    }
  })
}

/** Puts back what stood before, unless somebody has changed it since. @throws AppError conflict, forbidden */
export async function undoEditEntity(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'taxonomy:edit')
  const { entityId, before, after } = z.object({ entityId: z.string(), before: Kept, after: Kept }).parse(payload)
  const now = await storedEntity(tx, entityId)
  if (!now || !same(now, Stored.parse({ ...now, ...after }))) throw new AppError('conflict', { entityId })
  await tx.db.entity.update({ where: { id: entityId }, data: Stored.parse({ ...now, ...before }) })
}

/** Parsed, so that two equal ones are written alike. */
async function storedEntity({ db }: Context, id: string): Promise<Stored | null> {
  const entity = await db.entity.findUnique({ where: { id } })
  return entity && Stored.parse(entity)
}

const same = (a: Stored, b: Stored) => JSON.stringify(a) === JSON.stringify(b)
