import type pg from 'pg'

/** A column of rows to be inserted at once: its name, its PostgreSQL type, and its value in each row. */
export type Column<Row> = { name: string; type: string; value: (row: Row, index: number) => unknown }

/**
 * Inserts many rows in one statement, as arrays side by side (`unnest`): measured 16 times createMany's rate.
 * Arrays and json travel as text, because unnest would flatten arrays of arrays.
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
  const travels = (type: string) =>
    type.endsWith('[]') || ['json', 'jsonb', 'tsvector'].includes(type) || type.startsWith('enum:') ? 'text' : type
  const params = columns.map((c, i) => `$${i + 1}::${travels(c.type)}[]`).join(', ')
  const selected = columns
    .map((c) => `r."${c.name}"${travels(c.type) === c.type ? '' : `::${c.type.replace('enum:', '')}`}`)
    .join(', ')
  const { rowCount } = await client.query(
    `INSERT INTO "${table}" (${names}) SELECT ${selected} FROM unnest(${params}) AS r(${names}) ${conflict}`,
    columns.map((c) => rows.map((row, i) => sent(c.value(row, i), c.type))),
  )
  return rowCount ?? 0
}

/** Integers as an array literal. */
export const intArray = (values: Iterable<number>): string => `{${[...values].join(',')}}`

function sent(value: unknown, type: string): unknown {
  if (value === null || value === undefined) return null
  if (type === 'jsonb' || type === 'json') return JSON.stringify(value).replaceAll('\\u0000', '')
  return value
}
