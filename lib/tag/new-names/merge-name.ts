import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { EntityAliases } from '#lib/tag/entity-aliases.ts'
import { decideNames, newSpellings, reopenNames, TheseNames } from '#lib/tag/new-names/decide-names.ts'
import { tagWhereSeen } from '#lib/tag/new-names/tag-where-seen.ts'

export const MergeNameInput = z.object({ ...TheseNames, entityId: z.string().min(1).max(200) })

const Spellings = EntityAliases.pick({ ar: true, en: true, fr: true })
const Undo = z.object({ nameIds: z.array(z.uuid()), entityId: z.string(), tags: z.array(z.uuid()), added: Spellings })

/**
 * Says that a name which was seen often is an entity's: the ways in which it is written become spellings of it, and it
 * is suggested for the articles in which the name was seen.
 * @throws AppError notFound where the entity is not in use, conflict where somebody has decided on the name before, forbidden
 */
export async function mergeName(
  ctx: Context,
  { entityId, ...names }: z.output<typeof MergeNameInput>,
): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'taxonomy:edit')
    if (!(await tx.db.entity.count({ where: { id: entityId, retiredAt: null } })))
      throw new AppError('notFound', { entityId })
    const decided = await decideNames(tx, names, 'merged', entityId)
    const { nameAr, nameEn, nameFr, aliases } = await lockedEntity(tx, entityId)
    const own = [nameAr, nameEn, nameFr].filter((each) => each !== null)
    const added = newSpellings(decided, [...own, ...aliases.ar, ...aliases.en, ...aliases.fr])
    await tx.db.entity.update({ where: { id: entityId }, data: { aliases: withSpellings(aliases, added) } })
    const nameIds = decided.map(({ id }) => id)
    const tags = await tagWhereSeen(tx, nameIds, entityId)
    const eventId = await recordEvent(tx, {
      kind: 'name.merged',
      subject: { type: 'entity', id: entityId },
      data: { name: decided[0]?.name ?? '', into: own[0] ?? '', articles: tags.length },
      undo: { nameIds, entityId, tags, added },
    })
    return { eventId }
  })
}

/**
 * Takes the spellings and the suggestions away again, and asks about the names again. What an editor has accepted or
 * rejected meanwhile, and spellings edited since, stay. @throws AppError conflict, forbidden
 */
export async function undoMergeName(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'taxonomy:edit')
  const { nameIds, entityId, tags, added } = Undo.parse(payload)
  await reopenNames(tx, nameIds, 'merged')
  await tx.db.articleTag.deleteMany({ where: { id: { in: tags }, entityId, state: 'suggested' } })
  const { aliases } = await lockedEntity(tx, entityId)
  const without = (language: keyof typeof added) => aliases[language].filter((each) => !added[language].includes(each))
  const before = { ...aliases, ar: without('ar'), en: without('en'), fr: without('fr') }
  await tx.db.entity.update({ where: { id: entityId }, data: { aliases: before } })
}

/** Nobody else changes its spellings until the end of the transaction. After the names: everybody locks in this order. */
async function lockedEntity({ db }: Context, id: string) {
  await db.$queryRaw`SELECT id FROM entity WHERE id = ${id} FOR UPDATE`
  const entity = await db.entity.findUniqueOrThrow({ where: { id } })
  return { ...entity, aliases: EntityAliases.parse(entity.aliases) }
}

const withSpellings = (aliases: EntityAliases, { ar, en, fr }: z.infer<typeof Spellings>): EntityAliases => ({
  ...aliases,
  ar: [...aliases.ar, ...ar],
  en: [...aliases.en, ...en],
  fr: [...aliases.fr, ...fr],
})
