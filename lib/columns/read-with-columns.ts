import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { reopenFile } from '#lib/batches/reopen-file.ts'
import { startReading } from '#lib/batches/start-reading.ts'
import { rememberColumns } from '#lib/columns/remember-columns.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { Columns } from '#lib/receive/columns.ts'

/** What somebody said of the tables of one kind. */
const SaidOfTables = z.object({
  signatures: z.array(z.hex().length(64)).max(50),
  /** As their names alone would be taken. */
  known: Columns,
  isRemembered: z.boolean(),
  columns: Columns,
})

export const ReadWithColumnsInput = z.object({
  batchId: z.uuid(),
  /** One file that is to be opened again; without it the batch, which has not been read yet. */
  fileId: z.uuid().optional(),
  /** Whose articles these are, where they do not say. */
  sourceId: z.uuid().nullable(),
  /** For files with the same names, and for that source where there is one. */
  remember: z.boolean(),
  tables: z.array(SaidOfTables).max(100),
})
export type ReadWithColumnsInput = z.output<typeof ReadWithColumnsInput>

/**
 * Reads a batch, or opens one file of it again, with the columns that somebody chose.
 * @throws AppError forbidden, conflict (started already, undone or unknown), invalid (no such source, or no file)
 */
export function readWithColumns(
  ctx: Context,
  { batchId, fileId, sourceId, remember, tables }: ReadWithColumnsInput,
): Promise<{ eventId?: string | undefined; redirectTo: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'batch:manage')
    const batch = await tx.db.batch.findFirst({
      where: { id: batchId, state: { in: fileId ? ['reading', 'done'] : ['receiving'] } },
      select: { name: true },
    })
    if (!batch) throw new AppError('conflict', { batchId })
    if (sourceId && (await tx.db.source.count({ where: { id: sourceId } })) === 0)
      throw new AppError('invalid', { sourceId })
    // What names say by themselves need not be kept: better names may be known by the time it is read again.
    const isSaid = tables.some((table) => table.isRemembered || !areSame(table.columns, table.known))
    await tx.db.batchFile.updateMany({
      where: { batchId, ...(fileId ? { id: fileId } : {}) },
      data: { mapping: isSaid ? tables.map(({ columns }) => columns) : Prisma.DbNull, sourceId },
    })
    for (const table of tables) await rememberColumns(tx, table, { sourceId, remember })
    if (!fileId) await startReading(tx, { batchId })
    else await reopenFile(tx.db, { batchId, fileId })
    const isNews = isSaid || sourceId !== null || remember || fileId !== undefined
    return {
      eventId: isNews
        ? await recordEvent(tx, {
            kind: 'batch.columns-chosen',
            subject: { type: 'batch', id: batchId },
            data: { name: batch.name, remembered: String(remember) },
          })
        : undefined,
      redirectTo: `/batches/${batchId}`,
    }
  })
}

const areSame = (one: Columns, other: Columns): boolean => {
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Columns>
  return [...fields].every((field) => one[field] === other[field])
}
