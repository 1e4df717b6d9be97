import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { issuePasswordLink } from '#lib/users/password-link.ts'

export const ResetPasswordInput = z.object({ userId: z.uuid() })

/**
 * The old password and every session end at once; the link sets a new one.
 * @returns the secret of the link, shown once and kept nowhere
 * @throws AppError conflict where the account is missing or disabled, forbidden
 */
export async function resetPassword(
  ctx: Context,
  { userId }: z.output<typeof ResetPasswordInput>,
): Promise<{ eventId: string; token: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'user:manage')
    const [user] = await tx.db.user.updateManyAndReturn({
      where: { id: userId, disabledAt: null },
      data: { passwordHash: null, sessionVersion: { increment: 1 } },
    })
    if (!user) throw new AppError('conflict', { userId })
    const token = await issuePasswordLink(tx, userId)
    const eventId = await recordEvent(tx, {
      kind: 'user.password-reset',
      subject: { type: 'user', id: userId },
      data: { name: user.name },
    })
    return { eventId, token }
  })
}
