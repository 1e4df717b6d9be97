import { parse } from 'csv-parse/sync'
import { type ChooseColumns, placesOf, tellApart } from '#lib/receive/columns.ts'
import { decodedPieces } from '#lib/receive/decoded-pieces.ts'
import type { DeliveredFile } from '#lib/receive/delivered-file.ts'
import { cleanName, type FieldName, fieldsOf, hasText } from '#lib/receive/field-names.ts'
import { type CsvRecord, csvRecords } from '#lib/receive/formats/csv-records.ts'
import { type Item, ProblemError } from '#lib/receive/item.ts'
import type { Limits } from '#lib/receive/limits.ts'
import { statedOf } from '#lib/receive/stated-of.ts'

const DELIMITERS = [',', ';', '\t', '|']
const encoder = new TextEncoder()

/** A table: each row is a document, its columns known by their names in the first row, or as somebody chose. */
export async function* openCsv(
  file: DeliveredFile,
  limits: Limits,
  { columns: choose }: { columns?: ChooseColumns | undefined },
): AsyncGenerator<Item> {
  const delimiter = await delimiterOf(file, limits)
  let columns: { names: string[]; fields: Map<FieldName, number> } | undefined
  let index = 0
  for await (const record of csvRecords(decodedPieces(file), delimiter, limits)) {
    if (!columns) {
      const names = namesIn(record, delimiter)
      columns = { names, fields: await placesOf(names, choose) }
      if (!hasText(columns.fields)) {
        throw new ProblemError({
          key: 'csv-columns',
          columns: names
            .map((name) => name.slice(0, 40))
            .join(' | ')
            .slice(0, 300),
        })
      }
      continue
    }
    yield rowItem(record, index, columns, delimiter, file.path, limits)
    index++
  }
  if (!columns) throw new ProblemError({ key: 'empty' })
  if (index === 0) throw new ProblemError({ key: 'no-text', line: 1 })
}

function rowItem(
  record: CsvRecord,
  index: number,
  { names, fields }: { names: string[]; fields: Map<FieldName, number> },
  delimiter: string,
  path: string,
  limits: Limits,
): Item {
  const place = { path, index, line: record.line }
  if (record.size !== undefined)
    return { ...place, problem: { key: 'too-large', size: record.size, limit: limits.document } }
  const cells = cellsOf(record, delimiter)
  // Where quotes went wrong, the row is believed only if its line alone has all the columns.
  if (!cells || (record.broken && cells.length !== names.length))
    return { ...place, problem: { key: 'csv-quotes', line: record.line } }
  const bytes = encoder.encode(record.text.replace(/\r?\n$/, ''))
  if (bytes.length > limits.document) {
    return { ...place, problem: { key: 'too-large', size: bytes.length, limit: limits.document } }
  }
  const stated = statedOf((field) => cells[fields.get(field) ?? -1])
  if (!stated) return { ...place, problem: { key: 'no-text', line: record.line } }
  return { ...place, mediaType: stated.html ? 'text/html' : 'text/plain', charset: 'utf-8', bytes, stated }
}

/**
 * The names of a table and its first rows, out of the beginning of the file.
 * @param isWhole whether `head` is the whole file: the last row of a part is not believed
 */
export async function csvSample(
  head: DeliveredFile,
  isWhole: boolean,
  rows: number,
  limits: Limits,
): Promise<{ names: string[]; rows: string[][] }> {
  const delimiter = await delimiterOf(head, limits)
  const found: CsvRecord[] = []
  // One more than is wanted: it shows that the one before it was whole.
  for await (const record of csvRecords(decodedPieces(head), delimiter, limits)) {
    if (found.push(record) > rows + 1) break
  }
  if (!isWhole && found.length > 1) found.pop()
  const [first, ...others] = found
  const names = first ? namesIn(first, delimiter) : []
  return {
    names,
    rows: others.slice(0, rows).flatMap((record) => {
      const cells = record.size === undefined ? cellsOf(record, delimiter) : null
      return cells ? [names.map((_, i) => cells[i] ?? '')] : []
    }),
  }
}

const namesIn = (record: CsvRecord, delimiter: string): string[] =>
  tellApart((cellsOf(record, delimiter) ?? []).map(cleanName))

function cellsOf({ text }: CsvRecord, delimiter: string): string[] | null {
  try {
    const [row] = parse(text, { delimiter, bom: true, relax_quotes: true, relax_column_count: true }) as string[][]
    return row ?? []
  } catch {
    return null
  }
}

/** The delimiter that gives the first row the most names we know, then the most columns. */
async function delimiterOf(file: DeliveredFile, limits: Limits): Promise<string> {
  let best = { delimiter: ',', known: -1, columns: 0 }
  for (const delimiter of DELIMITERS) {
    for await (const record of csvRecords(decodedPieces(file), delimiter, limits)) {
      const names = cellsOf(record, delimiter) ?? []
      const known = fieldsOf(names).size
      if (known > best.known || (known === best.known && names.length > best.columns))
        best = { delimiter, known, columns: names.length }
      break
    }
  }
  return best.delimiter
}
