import type { Context } from '#lib/db/context.ts'
import type { Columns } from '#lib/receive/columns.ts'

/** Keeps the columns for files with the same names, for one source or any; or forgets what was kept before. */
export async function rememberColumns(
  { db, now }: Context,
  { signatures, columns, isRemembered }: { signatures: readonly string[]; columns: Columns; isRemembered: boolean },
  { sourceId, remember }: { sourceId: string | null; remember: boolean },
): Promise<void> {
  const keys = signatures.map((signature) => Buffer.from(signature, 'hex'))
  const where = { signature: { in: keys }, sourceId }
  if (remember) {
    await db.columnMapping.deleteMany({ where })
    await db.columnMapping.createMany({
      data: keys.map((signature) => ({ signature, sourceId, fields: columns, updatedAt: now() })),
    })
  } else if (isRemembered) await db.columnMapping.deleteMany({ where: { signature: { in: keys } } })
}
