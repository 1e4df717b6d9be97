import type pg from 'pg'
import { binaryArray, isBinaryType } from '#lib/db/binary-array.ts'

/** A column of rows to be inserted at once: its name, its PostgreSQL type, and its value in each row. */
export type Column<Row> = { name: string; type: string; value: (row: Row, index: number) => unknown }

/**
 * Inserts many rows in one statement, as arrays side by side (`unnest`): measured 16 times createMany's rate.
 * Types that have no binary form here travel as text and are cast, `enum:NAME` to the enumeration NAME.
 * @returns how many rows were inserted
 */
export async function insertMany<Row>(
  client: pg.ClientBase,
  table: string,
  rows: readonly Row[],
  columns: Column<Row>[],
  conflict = '',
): Promise<number> {
  if (rows.length === 0) return 0
  const names = columns.map((c) => `"${c.name}"`).join(', ')
  const travels = (type: string) => (isBinaryType(type) ? type : 'text')
  const params = columns.map((c, i) => `$${i + 1}::${travels(c.type)}[]`).join(', ')
  const selected = columns
    .map((c) => `r."${c.name}"${isBinaryType(c.type) ? '' : `::${c.type.replace('enum:', '')}`}`)
    .join(', ')
  const { rowCount } = await client.query(
    `INSERT INTO "${table}" (${names}) SELECT ${selected} FROM unnest(${params}) AS r(${names}) ${conflict}`,
    columns.map((c) =>
      binaryArray(
        travels(c.type) as 'text',
        rows.map((row, i) => sent(c.value(row, i), c.type)),
      ),
    ),
  )
  return rowCount ?? 0
}

function sent(value: unknown, type: string): unknown {
  if (value === null || value === undefined) return null
  if (type === 'jsonb') return JSON.stringify(value).replaceAll('\\u0000', '')
  return value instanceof Date ? value.toISOString() : value
}
