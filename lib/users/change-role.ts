import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { Role } from '#lib/db/generated/enums.ts'
import { requireAnotherAdmin } from '#lib/users/require-another-admin.ts'

export const ChangeRoleInput = z.object({ userId: z.uuid(), role: z.enum(Role) })
const RoleChange = z.object({ userId: z.uuid(), from: z.enum(Role), to: z.enum(Role) })

/** Gives an account another role; its sessions end, so no page goes on with the old one. @throws AppError lastAdmin, notFound, forbidden */
export async function changeRole(
  ctx: Context,
  { userId, role }: z.output<typeof ChangeRoleInput>,
): Promise<{ eventId?: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'user:manage')
    const user = await tx.db.user.findUnique({ where: { id: userId } })
    if (!user) throw new AppError('notFound', { userId })
    if (user.role === role) return {}
    await setRole(tx, { userId, from: user.role, to: role })
    return {
      eventId: await recordEvent(tx, {
        kind: 'user.role-changed',
        subject: { type: 'user', id: userId },
        data: { name: user.name, from: user.role, to: role },
        undo: { userId, from: user.role, to: role },
      }),
    }
  })
}

export async function undoChangeRole(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'user:manage')
  const { userId, from, to } = RoleChange.parse(payload)
  await setRole(tx, { userId, from: to, to: from })
}

async function setRole(tx: Context, { userId, from, to }: z.output<typeof RoleChange>): Promise<void> {
  if (from === 'admin') await requireAnotherAdmin(tx, userId)
  const { count } = await tx.db.user.updateMany({
    where: { id: userId, role: from },
    data: { role: to, sessionVersion: { increment: 1 } },
  })
  if (count === 0) throw new AppError('conflict', { userId })
}
