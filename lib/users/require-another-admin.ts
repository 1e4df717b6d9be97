import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'

/**
 * Somebody must be left who can let others in. Locks the active admins, in one order, until the transaction ends: two
 * admins who disable each other at the same moment are not both obeyed.
 * @throws AppError('lastAdmin') where this account is the only active admin
 */
export async function requireAnotherAdmin({ db }: Context, userId: string): Promise<void> {
  const admins = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM "user" WHERE role = 'admin' AND disabled_at IS NULL ORDER BY id FOR UPDATE`
  if (admins.length === 1 && admins[0]?.id === userId) throw new AppError('lastAdmin', { userId })
}
