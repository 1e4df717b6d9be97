import { authorize } from '#lib/access/authorize.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'
import type { Entity } from '#lib/db/generated/client.ts'
import { EntityAliases } from '#lib/tag/entity-aliases.ts'

export type EntityDetail = Omit<Entity, 'aliases'> & { aliases: EntityAliases }

/** @throws AppError notFound, forbidden */
export async function getEntity({ db, actor }: Context, id: string): Promise<EntityDetail> {
  authorize(actor, 'taxonomy:edit')
  const entity = await db.entity.findUnique({ where: { id } })
  if (!entity) throw new AppError('notFound', { entityId: id })
  return { ...entity, aliases: EntityAliases.parse(entity.aliases) }
}
