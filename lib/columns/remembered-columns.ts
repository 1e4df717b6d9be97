import type { Db } from '#lib/db/context.ts'
import { Columns } from '#lib/receive/columns.ts'

export type Remembered = { columns: Columns; sourceId: string | null }

/**
 * What was said last of files with these names: for this source, or else for any. Forgotten where a name it needs is
 * gone, which only a signature made of other rules could be.
 * @param signature in hex
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
  const here = new Set(names)
  const valid = rows.flatMap(({ fields, sourceId: of }) => {
    const columns = Columns.safeParse(fields)
    const isHere = columns.success && Object.values(columns.data).every((name) => here.has(name))
    return isHere ? [{ columns: columns.data, sourceId: of }] : []
  })
  return valid.find((row) => row.sourceId === sourceId) ?? valid[0] ?? null
}
