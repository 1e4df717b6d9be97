import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { decideNames, reopenNames } from '#lib/tag/new-names/decide-names.ts'

export const IgnoreNameInput = z.object({ nameId: z.uuid() })

/** Says that a name is none, or nobody to keep: the list does not ask about it again. @throws AppError forbidden, conflict */
export async function ignoreName(
  ctx: Context,
  { nameId }: z.output<typeof IgnoreNameInput>,
): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'taxonomy:edit')
    const [ignored] = await decideNames(tx, { nameId, also: [] }, 'ignored', null)
    const eventId = await recordEvent(tx, {
      kind: 'name.ignored',
      subject: { type: 'name', id: nameId },
      data: { name: ignored?.name ?? '' },
      undo: { nameId },
    })
    return { eventId }
  })
}

/** Asks about it again. @throws AppError conflict, forbidden */
export async function undoIgnoreName(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'taxonomy:edit')
  await reopenNames(tx, [IgnoreNameInput.parse(payload).nameId], 'ignored')
}
