import { z } from 'zod'
import { recordEvent } from '#lib/audit/record-event.ts'
import { hashPassword } from '#lib/auth/password.ts'
import { signIn } from '#lib/auth/sign-in.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { requireStrongPassword } from '#lib/users/require-strong-password.ts'

export const ChangeOwnPasswordInput = z.object({ old: z.string().max(1024), password: z.string().max(1024) })

/**
 * Everybody may change their own password, knowing the old one; guesses at it count as failed sign-ins. Every session
 * ends, this one too: a new sign-in shows that the new password is known.
 * @throws AppError wrongPassword, weakPassword, tooMany, forbidden
 */
export async function changeOwnPassword(
  ctx: Context,
  { old, password }: z.output<typeof ChangeOwnPasswordInput>,
): Promise<{ eventId: string; redirectTo: string }> {
  const { actor } = ctx
  if (actor.userId === null) throw new AppError('forbidden')
  const { userId, name, email } = actor
  requireStrongPassword(password, email)
  // Outside the transaction: a failed guess must be counted even though the change is refused.
  const known = await signIn(
    ctx.db,
    { email, password: old, address: 'session', device: `session:${userId}` },
    ctx.now(),
  )
  if (!known) throw new AppError('wrongPassword')
  const passwordHash = await hashPassword(password)
  return inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.user.updateMany({
      where: { id: userId, disabledAt: null, sessionVersion: known.sessionVersion },
      data: { passwordHash, sessionVersion: { increment: 1 } },
    })
    if (count === 0) throw new AppError('conflict', { userId })
    await tx.db.passwordLink.deleteMany({ where: { userId, usedAt: null } })
    const eventId = await recordEvent(tx, {
      kind: 'user.password-set',
      subject: { type: 'user', id: userId },
      data: { name },
    })
    return { eventId, redirectTo: '/sign-in' }
  })
}
