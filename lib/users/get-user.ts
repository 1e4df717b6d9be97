import { authorize } from '#lib/access/authorize.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'
import { type UserRow, userRow } from '#lib/users/list-users.ts'

/** @throws AppError notFound, forbidden */
export async function getUser({ db, actor }: Context, id: string): Promise<UserRow> {
  authorize(actor, 'user:manage')
  const user = await db.user.findUnique({ where: { id } })
  if (!user) throw new AppError('notFound', { userId: id })
  return userRow(user)
}
