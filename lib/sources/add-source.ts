import type { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { newId } from '#lib/core/id.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { mainName, SourceFields } from '#lib/sources/source-fields.ts'
import { slugOf } from '#lib/text/slug-of.ts'

export const AddSourceInput = SourceFields

/** Adds an outlet. Its slug comes from its Latin name and never changes after. @throws AppError forbidden */
export async function addSource(
  ctx: Context,
  fields: z.output<typeof AddSourceInput>,
): Promise<{ eventId: string; sourceId: string; redirectTo: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'source:manage')
    const id = newId()
    const base = slugOf(fields.nameEn ?? fields.nameFr ?? fields.domains[0] ?? '') || 'source'
    // The unique index decides; a second outlet of one name gets the end of its own id.
    const slugs = [base, `${base}-${id.slice(-8)}`]
    for (const slug of slugs) {
      const { count } = await tx.db.source.createMany({ data: [{ ...fields, id, slug }], skipDuplicates: true })
      if (count) break
    }
    const eventId = await recordEvent(tx, {
      kind: 'source.added',
      subject: { type: 'source', id },
      data: { name: mainName(fields) },
    })
    return { eventId, sourceId: id, redirectTo: `/sources/${id}` }
  })
}
