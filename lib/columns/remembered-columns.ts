import type { Db } from '#lib/db/context.ts'
import { Columns, textColumn } from '#lib/receive/columns.ts'
import { foldedName } from '#lib/receive/field-names.ts'

export type Remembered = { columns: Columns; sourceId: string | null }

/**
 * What was said last of files with these names: for this source, or else for any. As the names are spelt here; not
 * what leaves no text.
 * @param signatures in hex
 */
export async function rememberedColumns(
  db: Db,
  signatures: readonly string[],
  names: readonly string[],
  sourceId: string | null,
): Promise<Remembered | null> {
  const rows = await db.columnMapping.findMany({
    where: { signature: { in: signatures.map((signature) => Buffer.from(signature, 'hex')) } },
    select: { fields: true, sourceId: true },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: 200,
  })
  const here = new Map(names.map((name) => [foldedName(name), name]))
  const valid = rows.flatMap(({ fields, sourceId: of }) => {
    const columns = spelledHere(Columns.catch({}).parse(fields), here)
    return textColumn(columns) ? [{ columns, sourceId: of }] : []
  })
  return valid.find((row) => row.sourceId === sourceId) ?? valid[0] ?? null
}

/** Files of one signature may write `Title` or `title`, and a record may leave out what is empty. */
const spelledHere = (columns: Columns, here: ReadonlyMap<string, string>): Columns =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([field, name]) => {
      const spelled = here.get(foldedName(name))
      return spelled === undefined ? [] : [[field, spelled]]
    }),
  )
