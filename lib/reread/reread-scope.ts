import { z } from 'zod'
import { Prisma } from '#lib/db/generated/client.ts'

/** What is read again: the articles of a batch, of a source, those that arrived since a day; nothing said: all. */
export const RereadScope = z.object({
  batchId: z.uuid().optional(),
  sourceId: z.uuid().optional(),
  /** ISO day or instant: what arrived then or later. */
  since: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional(),
})
export type RereadScope = z.output<typeof RereadScope>

/** The scope as a condition on `article` under the alias `a`. What is withdrawn is never in it. */
export function rereadScopeSql({ batchId, sourceId, since }: RereadScope): Prisma.Sql {
  const conditions = [
    Prisma.sql`a.withdrawn_at IS NULL`,
    ...(batchId ? [Prisma.sql`a.batch_id = ${batchId}::uuid`] : []),
    ...(sourceId ? [Prisma.sql`a.source_id = ${sourceId}::uuid`] : []),
    ...(since ? [Prisma.sql`a.received_at >= ${new Date(since)}`] : []),
  ]
  return Prisma.join(conditions, ' AND ')
}
