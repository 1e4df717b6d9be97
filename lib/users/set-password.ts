import { z } from 'zod'
import { recordEvent } from '#lib/audit/record-event.ts'
import { hashPassword } from '#lib/auth/password.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { linkHash } from '#lib/users/password-link.ts'
import { requireStrongPassword } from '#lib/users/require-strong-password.ts'

export const SetPasswordInput = z.object({ token: z.string().min(1).max(200), password: z.string().max(1024) })

/**
 * Uses a one-time link: whoever holds it acts as the account's owner, so no role is asked for. A password that is
 * refused leaves the link usable.
 * @returns whose password it is
 * @throws AppError linkExpired, weakPassword
 */
export async function setPassword(
  ctx: Context,
  { token, password }: z.output<typeof SetPasswordInput>,
): Promise<{ eventId: string; email: string }> {
  return inTransaction(ctx, async (tx) => {
    // The condition is in the update: of two who use one link, one finds a row.
    const [link] = await tx.db.passwordLink.updateManyAndReturn({
      where: { tokenHash: linkHash(token), usedAt: null, expiresAt: { gt: tx.now() }, user: { disabledAt: null } },
      data: { usedAt: tx.now() },
    })
    if (!link) throw new AppError('linkExpired')
    const user = await tx.db.user.findUniqueOrThrow({ where: { id: link.userId } })
    requireStrongPassword(password, user.email)
    await tx.db.user.update({
      where: { id: user.id },
      data: { passwordHash: await hashPassword(password), sessionVersion: { increment: 1 } },
    })
    const owner = { ...tx, actor: { userId: user.id, role: user.role, name: user.name, email: user.email } }
    return {
      email: user.email,
      eventId: await recordEvent(owner, {
        kind: 'user.password-set',
        subject: { type: 'user', id: user.id },
        data: { name: user.name },
      }),
    }
  })
}
