import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'

export const EnableUserInput = z.object({ userId: z.uuid() })

/** Opens a disabled account again. @throws AppError conflict where it is open, forbidden */
export async function enableUser(
  ctx: Context,
  { userId }: z.output<typeof EnableUserInput>,
): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'user:manage')
    const [user] = await tx.db.user.updateManyAndReturn({
      where: { id: userId, disabledAt: { not: null } },
      data: { disabledAt: null },
    })
    if (!user) throw new AppError('conflict', { userId })
    return {
      eventId: await recordEvent(tx, {
        kind: 'user.enabled',
        subject: { type: 'user', id: userId },
        data: { name: user.name },
      }),
    }
  })
}
