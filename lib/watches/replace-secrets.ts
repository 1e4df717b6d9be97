import type { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import type { StandingInput } from '#lib/rules/standing.ts'

/** The feed gets another address and the webhook another key; the old ones end at once. @throws AppError notFound, forbidden */
export async function replaceSecrets(
  ctx: Context,
  { id }: z.output<typeof StandingInput>,
): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'rule:edit')
    const [watch] = await tx.db.watch.updateManyAndReturn({
      where: { id, userId: tx.actor.userId ?? '', deletedAt: null },
      data: { secretVersion: { increment: 1 } },
    })
    if (!watch) throw new AppError('notFound', { id })
    const subject = { type: 'watch', id }
    return { eventId: await recordEvent(tx, { kind: 'watch.secrets-replaced', subject, data: { name: watch.name } }) }
  })
}
