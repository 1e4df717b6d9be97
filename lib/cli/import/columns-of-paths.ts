import { UsageError } from '#lib/cli/command.ts'
import { type Columns, textColumn } from '#lib/receive/columns.ts'
import { fileOnDisk } from '#lib/receive/delivered-file.ts'
import type { FieldName } from '#lib/receive/field-names.ts'
import { filesWithin, mayHoldTable } from '#lib/receive/preview/files-within.ts'
import { type TableSample, tableSample } from '#lib/receive/preview/table-sample.ts'

/** What the fields are called on the command line. */
const FIELDS: Record<string, FieldName> = {
  title: 'title',
  text: 'text',
  html: 'html',
  body: 'body',
  date: 'publishedAt',
  source: 'source',
  author: 'author',
  language: 'language',
  url: 'address',
  agency: 'agency',
}

/** Files that are looked into: more are of the kinds that were seen. */
const FILES = 300
/** Kinds of tables in one import. */
const KINDS = 100

/** `title=العنوان` and its like as columns. @throws UsageError */
export function columnsFrom(options: readonly string[]): Columns {
  const columns: Columns = {}
  for (const option of options) {
    const [, word = '', name = ''] = /^([^=]*)=(.*)$/s.exec(option) ?? []
    const field = FIELDS[word.trim()]
    if (!field || !name.trim())
      throw new UsageError(
        `--map takes FIELD=COLUMN, not "${option}"; FIELD is one of ${Object.keys(FIELDS).join(', ')}`,
      )
    if (columns[field]) throw new UsageError(`--map says twice which column is the ${word.trim()}`)
    columns[field] = name.trim()
  }
  return columns
}

/**
 * The columns of each kind of table in these files: what is known by the names, and over it what was said.
 * @throws UsageError where a column that was said is in no table, or a table is left without text
 */
export async function columnsOfPaths(
  files: readonly { at: string; shown: string }[],
  said: Columns,
): Promise<Columns[]> {
  const kinds = new Map<string, TableSample>()
  for (const file of files.filter(({ shown }) => mayHoldTable(shown)).slice(0, FILES)) {
    for await (const inside of filesWithin(await fileOnDisk(file.shown, file.at))) {
      const table = await tableSample(inside)
      if (table && kinds.size < KINDS) kinds.set(table.signature, table)
    }
  }
  const tables = [...kinds.values()]
  if (tables.length === 0) throw new UsageError('--map is for tables and records; there are none in these files')
  for (const name of Object.values(said)) {
    if (!tables.some(({ names }) => names.includes(name)))
      throw new UsageError(`there is no column "${name}"; the columns are\n${tables.map(columnsIn).join('\n')}`)
  }
  return tables.map(({ names, known }) => saidOver(known, said, names))
}

/** A column that was said to hold one field holds no other; and where the text was said, no other column is it. */
function saidOver(known: Columns, said: Columns, names: readonly string[]): Columns {
  const here = Object.entries(said).filter(([, name]) => names.includes(name))
  const taken = new Set(here.map(([, name]) => name))
  const isText = textColumn(Object.fromEntries(here)) !== undefined
  const left = Object.entries(known).filter(
    ([field, name]) => !taken.has(name) && !(isText && ['text', 'html', 'body'].includes(field)),
  )
  return Object.fromEntries([...left, ...here])
}

const columnsIn = ({ path, names }: TableSample): string => `  ${path}: ${names.join(' | ')}`
