import { authorize } from '#lib/access/authorize.ts'
import type { Names } from '#lib/core/article-line.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'
import type { Entity } from '#lib/db/generated/client.ts'
import { EntityAliases } from '#lib/tag/entity-aliases.ts'

export type EntityDetail = Omit<Entity, 'aliases'> & {
  aliases: EntityAliases
  /** The entity it turned out to be. */
  mergedInto: { id: string; names: Names } | null
}

/** @throws AppError notFound, forbidden */
export async function getEntity({ db, actor }: Context, id: string): Promise<EntityDetail> {
  authorize(actor, 'taxonomy:edit')
  const entity = await db.entity.findUnique({ where: { id }, include: { mergedInto: true } })
  if (!entity) throw new AppError('notFound', { entityId: id })
  const { mergedInto: into, aliases, ...row } = entity
  const mergedInto = into && { id: into.id, names: { ar: into.nameAr, en: into.nameEn, fr: into.nameFr } }
  return { ...row, aliases: EntityAliases.parse(aliases), mergedInto }
}
