import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { newTokenSecret, tokenHash } from '#lib/tokens/token-secret.ts'

export const CreateTokenInput = z.object({
  name: z.string().trim().min(1).max(120),
  documentsPerMinute: z.coerce.number().int().min(1).max(100_000),
})

/**
 * A token with which a program delivers in the actor's name.
 * @returns its secret; it is shown once and kept nowhere
 * @throws AppError forbidden
 */
export function createToken(
  ctx: Context,
  { name, documentsPerMinute }: z.output<typeof CreateTokenInput>,
): Promise<{ eventId: string; tokenId: string; secret: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'token:manage')
    // The command line acts as nobody in particular: who answers for such a token?
    if (tx.actor.userId === null) throw new AppError('forbidden')
    const secret = newTokenSecret()
    const { id } = await tx.db.apiToken.create({
      data: {
        name,
        documentsPerMinute,
        tokenHash: tokenHash(secret),
        hint: secret.slice(-4),
        createdById: tx.actor.userId,
        createdAt: tx.now(),
      },
      select: { id: true },
    })
    const eventId = await recordEvent(tx, { kind: 'token.created', subject: { type: 'token', id }, data: { name } })
    return { eventId, tokenId: id, secret }
  })
}
