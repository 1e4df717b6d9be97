import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { mainName, SourceFields } from '#lib/sources/source-fields.ts'

export const EditSourceInput = SourceFields.and(z.object({ sourceId: z.uuid() }))

const SELECT = {
  kind: true,
  nameAr: true,
  nameEn: true,
  nameFr: true,
  aliases: true,
  domains: true,
  country: true,
  language: true,
  timeZone: true,
} as const
type Stored = z.output<typeof SourceFields>

/** Changes what is known of an outlet; articles already read keep what they have. @throws AppError notFound, forbidden */
export async function editSource(
  ctx: Context,
  { sourceId, ...fields }: z.output<typeof EditSourceInput>,
): Promise<{ eventId?: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'source:manage')
    const before = await tx.db.source.findUnique({ where: { id: sourceId }, select: SELECT })
    if (!before) throw new AppError('notFound', { sourceId })
    if (same(before, fields)) return {}
    await tx.db.source.update({ where: { id: sourceId }, data: fields })
    return {
      eventId: await recordEvent(tx, {
        kind: 'source.edited',
        subject: { type: 'source', id: sourceId },
        data: { name: mainName(fields) },
        undo: { sourceId, before, after: fields },
      }),
    }
  })
}

const keys = Object.keys(SELECT) as (keyof typeof SELECT)[]
const same = (a: Stored, b: Stored) => keys.every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]))

/** Puts back what stood before, unless somebody has changed it since. @throws AppError conflict, forbidden */
export async function undoEditSource(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'source:manage')
  const { sourceId, before, after } = payload as { sourceId: string; before: Stored; after: Stored }
  const now = await tx.db.source.findUnique({ where: { id: sourceId }, select: SELECT })
  if (!now || !same(now, after)) throw new AppError('conflict', { sourceId })
  await tx.db.source.update({ where: { id: sourceId }, data: before })
}
