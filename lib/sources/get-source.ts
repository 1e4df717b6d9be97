import { authorize } from '#lib/access/authorize.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'
import type { Source } from '#lib/db/generated/client.ts'

/** @throws AppError notFound, forbidden */
export async function getSource({ db, actor }: Context, id: string): Promise<Source> {
  authorize(actor, 'source:manage')
  const source = await db.source.findUnique({ where: { id } })
  if (!source) throw new AppError('notFound', { sourceId: id })
  return source
}
