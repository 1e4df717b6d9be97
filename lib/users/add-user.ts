import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { Role } from '#lib/db/generated/enums.ts'
import { Email } from '#lib/users/email.ts'
import { issuePasswordLink } from '#lib/users/password-link.ts'

export const AddUserInput = z.object({
  email: Email,
  name: z.string().trim().min(1).max(120),
  role: z.enum(Role),
})

/**
 * Adds an account without a password.
 * @returns the secret of the link with which its owner sets one; it is shown once and kept nowhere
 * @throws AppError emailTaken, forbidden
 */
export async function addUser(
  ctx: Context,
  { email, name, role }: z.output<typeof AddUserInput>,
): Promise<{ eventId: string; userId: string; token: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'user:manage')
    // The unique index decides: of two admins who add one person at once, one is told so.
    const [user] = await tx.db.user.createManyAndReturn({ data: [{ email, name, role }], skipDuplicates: true })
    if (!user) throw new AppError('emailTaken', { email })
    const token = await issuePasswordLink(tx, user.id)
    const eventId = await recordEvent(tx, {
      kind: 'user.added',
      subject: { type: 'user', id: user.id },
      data: { name, email, role },
    })
    return { eventId, userId: user.id, token }
  })
}
