import { authorize } from '#lib/access/authorize.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'
import type { Watch } from '#lib/db/generated/client.ts'

/** A watch of the actor's own. @throws AppError notFound, forbidden */
export async function getWatch({ db, actor }: Context, id: string): Promise<Watch> {
  authorize(actor, 'rule:edit')
  const watch = await db.watch.findFirst({ where: { id, userId: actor.userId ?? '', deletedAt: null } })
  if (!watch) throw new AppError('notFound', { id })
  return watch
}
