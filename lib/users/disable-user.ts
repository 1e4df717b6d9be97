import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { enableUser } from '#lib/users/enable-user.ts'
import { requireAnotherAdmin } from '#lib/users/require-another-admin.ts'

export const DisableUserInput = z.object({ userId: z.uuid() })

/** Closes an account at once, sessions and all. What its owner did stays. @throws AppError lastAdmin, conflict, forbidden */
export async function disableUser(
  ctx: Context,
  { userId }: z.output<typeof DisableUserInput>,
): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'user:manage')
    await requireAnotherAdmin(tx, userId)
    const [user] = await tx.db.user.updateManyAndReturn({
      where: { id: userId, disabledAt: null },
      data: { disabledAt: tx.now(), sessionVersion: { increment: 1 } },
    })
    if (!user) throw new AppError('conflict', { userId })
    await tx.db.passwordLink.deleteMany({ where: { userId, usedAt: null } })
    return {
      eventId: await recordEvent(tx, {
        kind: 'user.disabled',
        subject: { type: 'user', id: userId },
        data: { name: user.name },
        undo: { userId },
      }),
    }
  })
}

/** Opens the account again; its owner signs in anew. */
export async function undoDisableUser(tx: Context, payload: unknown): Promise<void> {
  await enableUser(tx, DisableUserInput.parse(payload))
}
