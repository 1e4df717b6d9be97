import type { Context } from '#lib/db/context.ts'
import type { User } from '#lib/db/generated/client.ts'
import type { Role } from '#lib/db/generated/enums.ts'

let count = 0

/** A valid account; only what matters to a test needs saying. */
export function aUser(
  ctx: Context,
  given: { role?: Role; name?: string; email?: string; passwordHash?: string | null } = {},
): Promise<User> {
  count++
  return ctx.db.user.create({
    data: {
      email: given.email ?? `user-${count}-${crypto.randomUUID().slice(0, 6)}@desk.example`,
      name: given.name ?? `User ${count}`,
      role: given.role ?? 'editor',
      passwordHash: given.passwordHash ?? null,
    },
  })
}
