import { authorize } from '#lib/access/authorize.ts'
import { rememberedColumns } from '#lib/columns/remembered-columns.ts'
import { FileMapping } from '#lib/columns/said-of-files.ts'
import { tablesOfBatch } from '#lib/columns/tables-of-batch.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'
import { type Columns, fittingColumns, textColumn } from '#lib/receive/columns.ts'
import { type AlikeTables, addSample } from '#lib/receive/preview/alike.ts'

/** Tables of one kind with the columns as they would be read now, and whether somebody chose them earlier. */
export type PreviewedTables = AlikeTables & { columns: Columns; isRemembered: boolean }

export type Preview = {
  tables: PreviewedTables[]
  /** Kinds of tables beyond those that are shown: read by what is known of their names. */
  more: number
  sourceId: string | null
  /** Whose articles they can be said to be. */
  sources: { id: string; nameAr: string | null; nameEn: string | null; nameFr: string | null }[]
}

/** Kinds that one screen shows. */
const KINDS = 12
const SOURCES = 2000

/** How the tables in a batch, or in one file of it, would be read: names, first rows, columns. @throws AppError forbidden, notFound (the file) */
export async function getPreview(
  { db, actor }: Context,
  { batchId, fileId }: { batchId: string; fileId?: string | undefined },
): Promise<Preview> {
  authorize(actor, 'batch:manage')
  const said = await db.batchFile.findFirst({
    where: { batchId, ...(fileId ? { id: fileId } : {}) },
    select: { mapping: true, sourceId: true },
    orderBy: { id: 'asc' },
  })
  if (fileId && !said) throw new AppError('notFound', { batchId, fileId })
  const kinds: AlikeTables[] = []
  for await (const table of tablesOfBatch(db, { batchId, fileId })) addSample(kinds, table)
  const choices = FileMapping.safeParse(said?.mapping)
  let sourceId = said?.sourceId ?? null
  const tables: PreviewedTables[] = []
  // Those that cannot be read as they are come first.
  kinds.sort((a, b) => Number(textColumn(a.known) !== undefined) - Number(textColumn(b.known) !== undefined))
  for (const kind of kinds.slice(0, KINDS)) {
    const before = await rememberedColumns(db, kind.signatures, kind.names, sourceId)
    const chosen = choices.success ? fittingColumns(choices.data, kind.names) : undefined
    sourceId ??= before?.sourceId ?? null
    tables.push({ ...kind, columns: chosen ?? before?.columns ?? kind.known, isRemembered: before !== null })
  }
  const sources = await db.source.findMany({
    select: { id: true, nameAr: true, nameEn: true, nameFr: true },
    orderBy: { id: 'asc' },
    take: tables.length > 0 ? SOURCES : 0,
  })
  return { tables, sources, more: Math.max(0, kinds.length - KINDS), sourceId }
}
