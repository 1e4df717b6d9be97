import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'

export const RevokeTokenInput = z.object({ tokenId: z.uuid() })

/** Ends a token at once. What it delivered stays. @throws AppError forbidden, conflict (revoked already, or unknown) */
export function revokeToken(
  ctx: Context,
  { tokenId }: z.output<typeof RevokeTokenInput>,
): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'token:manage')
    const [token] = await tx.db.apiToken.updateManyAndReturn({
      where: { id: tokenId, revokedAt: null },
      data: { revokedAt: tx.now() },
      select: { name: true },
    })
    if (!token) throw new AppError('conflict', { tokenId })
    const eventId = await recordEvent(tx, {
      kind: 'token.revoked',
      subject: { type: 'token', id: tokenId },
      data: { name: token.name },
      undo: { tokenId },
    })
    return { eventId }
  })
}

/** The token works again: whoever holds it need not be given another. */
export async function undoRevokeToken(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'token:manage')
  const { tokenId } = RevokeTokenInput.parse(payload)
  const { count } = await tx.db.apiToken.updateMany({
    where: { id: tokenId, revokedAt: { not: null } },
    data: { revokedAt: null },
  })
  if (count === 0) throw new AppError('conflict', { tokenId })
}
