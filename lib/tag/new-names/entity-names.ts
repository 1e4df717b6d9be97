import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'
import { EntityAliases } from '#lib/tag/entity-aliases.ts'
import type { HasNames } from '#lib/tag/names/close-names.ts'

export type EntityNames = HasNames & { isInUse: boolean }

/** Every name and spelling of every entity; those of retired ones too, which nobody should be asked about again. @throws AppError forbidden */
export async function entityNames({ db, actor }: Context): Promise<EntityNames[]> {
  authorize(actor, 'taxonomy:edit')
  const entities = await db.entity.findMany({
    select: { id: true, kind: true, nameAr: true, nameEn: true, nameFr: true, aliases: true, retiredAt: true },
  })
  return entities.map(({ id, kind, nameAr, nameEn, nameFr, aliases, retiredAt }) => {
    const { ar, en, fr, ambiguous } = EntityAliases.parse(aliases)
    const names = [nameAr, nameEn, nameFr].filter((name) => name !== null)
    return { id, kind, names: [...names, ...ar, ...en, ...fr, ...ambiguous], isInUse: retiredAt === null }
  })
}
