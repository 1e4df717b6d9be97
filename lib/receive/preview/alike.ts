import { type Columns, textColumn } from '#lib/receive/columns.ts'
import { SAMPLE_ROWS, type TableSample } from '#lib/receive/preview/table-sample.ts'

/** Tables of one kind of export: shown, chosen for and remembered together. */
export type AlikeTables = {
  kind: TableSample['kind']
  /** The first of them, and how many there are. */
  paths: string[]
  count: number
  signatures: string[]
  names: string[]
  rows: string[][]
  known: Columns
}

/** Files that are named, and signatures that are remembered together. */
const PATHS = 8
const SIGNATURES = 50
/** Records of one export share most of their keys: each file may leave out those that are empty. */
const SHARED = 0.5

/** Puts a sample to those that are like it, or begins another kind. */
export function addSample(kinds: AlikeTables[], sample: TableSample): void {
  const like = kinds.find((kind) => kind.signatures.includes(sample.signature) || areAlike(kind, sample))
  if (!like) {
    const { path, signature, kind, names, rows, known } = sample
    kinds.push({ kind, paths: [path], count: 1, signatures: [signature], names, rows, known })
    return
  }
  like.count++
  if (like.paths.length < PATHS) like.paths.push(sample.path)
  if (!like.signatures.includes(sample.signature) && like.signatures.length < SIGNATURES)
    like.signatures.push(sample.signature)
  if (sample.kind === 'records') join(like, sample)
}

function areAlike(kind: AlikeTables, sample: TableSample): boolean {
  if (kind.kind !== 'records' || sample.kind !== 'records') return false
  const all = new Set([...kind.names, ...sample.names])
  const shared = sample.names.filter((name) => kind.names.includes(name)).length
  return shared >= all.size * SHARED && textColumn(kind.known) === textColumn(sample.known)
}

/** The names of all, and the rows of the first, each below its name. */
function join(kind: AlikeTables, sample: TableSample): void {
  const names = [...new Set([...kind.names, ...sample.names])]
  const placed = (from: readonly string[]) => (row: readonly string[]) =>
    names.map((name) => row[from.indexOf(name)] ?? '')
  kind.rows = [...kind.rows.map(placed(kind.names)), ...sample.rows.map(placed(sample.names))].slice(0, SAMPLE_ROWS)
  kind.known = { ...sample.known, ...kind.known }
  kind.names = names
}
