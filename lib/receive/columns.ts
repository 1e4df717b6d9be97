import { createHash } from 'node:crypto'
import { z } from 'zod'
import { FIELD_NAMES, type FieldName, fieldsOf, foldedName } from '#lib/receive/field-names.ts'

/** Which column or key holds which field: `{title: 'العنوان'}`. A column that no field names is ignored. */
export const Columns = z.partialRecord(z.enum(FIELD_NAMES), z.string().min(1).max(210))
export type Columns = z.output<typeof Columns>

/** What somebody said of a table with these names; undefined where nobody did, and names are known by themselves. */
export type ChooseColumns = (names: readonly string[]) => Promise<Columns | undefined>

/** The columns whose names are known. */
export const knownColumns = (names: readonly string[]): Columns =>
  Object.fromEntries([...fieldsOf(names)].map(([field, at]) => [field, names[at] as string]))

/** The name of the column that holds the text; undefined where none does. */
export const textColumn = (columns: Columns): string | undefined => columns.html ?? columns.text ?? columns.body

/** Where each field stands among these names: as chosen, or else by the names themselves. */
export async function placesOf(
  names: readonly string[],
  choose: ChooseColumns | undefined,
): Promise<Map<FieldName, number>> {
  const chosen = await choose?.(names)
  if (!chosen) return fieldsOf(names)
  const places = (Object.entries(chosen) as [FieldName, string][]).map(([field, name]) => [field, names.indexOf(name)])
  return new Map(places.filter(([, at]) => (at as number) >= 0) as [FieldName, number][])
}

/**
 * Of several choices the one that was made for a table with these names: the one of whose names most are there, the
 * column of its text among them.
 */
export function fittingColumns(choices: readonly Columns[], names: readonly string[]): Columns | undefined {
  const here = new Set(names)
  let best: { columns: Columns; there: number } | undefined
  for (const columns of choices) {
    const text = textColumn(columns)
    const there = Object.values(columns).filter((name) => here.has(name)).length
    if (text !== undefined && here.has(text) && there > (best?.there ?? 0)) best = { columns, there }
  }
  return best?.columns
}

/** What the same export has again whatever the order of its columns: SHA-256 of its names, folded and sorted. */
export const signatureOf = (names: readonly string[]): Buffer =>
  createHash('sha256').update(names.map(foldedName).sort().join('\n')).digest()

/** Names as people can tell them apart: an empty one is its number, the second of one name says so. */
export function tellApart(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name, i) => {
    const plain = name || `#${i + 1}`
    const times = (seen.get(plain) ?? 0) + 1
    seen.set(plain, times)
    return times === 1 ? plain : `${plain} (${times})`
  })
}
