import { type Columns, knownColumns, signatureOf } from '#lib/receive/columns.ts'
import { type DeliveredFile, headFile, headOf } from '#lib/receive/delivered-file.ts'
import { formatOf } from '#lib/receive/format-of.ts'
import { csvSample } from '#lib/receive/formats/csv.ts'
import { jsonRecords } from '#lib/receive/formats/json.ts'
import { valueAt } from '#lib/receive/formats/json-keys.ts'
import { lineRecords } from '#lib/receive/formats/json-lines.ts'
import { type CutRecords, jsonSample, knownKeys } from '#lib/receive/formats/json-names.ts'
import { inWords } from '#lib/receive/formats/json-record.ts'
import { ProblemError } from '#lib/receive/item.ts'
import { LIMITS } from '#lib/receive/limits.ts'

/** The beginning of a table or of a list of records, as somebody is shown it before it is read. */
export type TableSample = {
  /** As the report shows it: `monday.zip/table.csv`. */
  path: string
  /** A table has all its names in its first row; of records, each may have others. */
  kind: 'table' | 'records'
  signature: string
  names: string[]
  /** The first rows: as many cells as names, each cut. */
  rows: string[][]
  /** What is known by the names alone. */
  known: Columns
}

/** Bytes that are enough to show a table by. */
export const HEAD = 1 << 20
export const SAMPLE_ROWS = 5
/** Letters of a cell. */
const CELL = 160

/**
 * The names and first rows of a file, out of its first bytes; null where it is no table and holds no records. What is
 * broken in it is told when it is read, not here.
 * @param file may have less bytes than its size: then they are its first
 */
export async function tableSample(file: DeliveredFile): Promise<TableSample | null> {
  const format = formatOf(file.path, await headOf(file))
  try {
    if (format === 'csv') return await ofTable(file)
    if (format === 'json') return await ofRecords(file, jsonRecords)
    if (format === 'json-lines') return await ofRecords(file, lineRecords)
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
  }
  return null
}

async function ofTable(file: DeliveredFile): Promise<TableSample | null> {
  const { names, rows } = await csvSample(await headFile(file, HEAD), file.size <= HEAD, SAMPLE_ROWS, LIMITS)
  return names.length === 0 ? null : sample(file, 'table', names, rows, knownColumns(names))
}

async function ofRecords(file: DeliveredFile, cut: CutRecords): Promise<TableSample | null> {
  const { records, names } = await jsonSample(file, cut, LIMITS)
  if (names.size === 0) return null
  const rows = records
    .slice(0, SAMPLE_ROWS)
    .map((record) => [...names.values()].map((path) => shown(valueAt(record, path))))
  return sample(file, 'records', [...names.keys()], rows, knownKeys(names))
}

const shown = (value: unknown): string =>
  inWords(value) ?? (value === undefined || value === null ? '' : JSON.stringify(value).slice(0, CELL + 1))

function sample(
  { path }: DeliveredFile,
  kind: TableSample['kind'],
  names: string[],
  rows: string[][],
  known: Columns,
): TableSample {
  const cut = (cell: string) => {
    const words = cell
      .slice(0, CELL * 4)
      .replace(/\s+/g, ' ')
      .trim()
    return (words.length > CELL ? `${words.slice(0, CELL)}…` : words).replaceAll('\0', '').toWellFormed()
  }
  const signature = signatureOf(names).toString('hex')
  return { path, kind, signature, names, rows: rows.map((row) => row.map(cut)), known }
}
