import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'
import type { Role } from '#lib/db/generated/enums.ts'
import { findNamed } from '#lib/text/find-named.ts'

export type UserRow = {
  id: string
  name: string
  email: string
  role: Role
  state: 'active' | 'invited' | 'disabled'
  createdAt: Date
}
export type UserFilter = { q?: string | undefined; after?: string | undefined; locale: string }

const PAGE = 50

/** Accounts by name, disabled ones too. @throws AppError forbidden */
export async function listUsers(
  { db, actor }: Context,
  { q, after, locale }: UserFilter,
): Promise<{ users: UserRow[]; total: number; next: string | null }> {
  authorize(actor, 'user:manage')
  const names = await db.user.findMany({ select: { id: true, name: true, email: true } })
  const { ids, total, next } = findNamed(
    names.map(({ id, name, email }) => ({ id, names: [name, email] })),
    { q, after, locale, limit: PAGE },
  )
  const users = await db.user.findMany({ where: { id: { in: ids } } })
  const byId = new Map(users.map((user) => [user.id, userRow(user)]))
  return { users: ids.flatMap((id) => byId.get(id) ?? []), total, next }
}

type Stored = Omit<UserRow, 'state'> & { disabledAt: Date | null; passwordHash: string | null }

/** What a screen may know of an account: never the hash. */
export const userRow = ({ id, name, email, role, createdAt, disabledAt, passwordHash }: Stored): UserRow => ({
  id,
  name,
  email,
  role,
  createdAt,
  state: disabledAt ? 'disabled' : passwordHash ? 'active' : 'invited',
})
