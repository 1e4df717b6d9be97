import type { FieldName } from '#lib/receive/field-names.ts'

export type JsonRecord = Record<string, unknown>

/** Where a value stands in a record: its key, or the key of the object around it and its own. */
export type KeyPath = readonly string[]

/** Where somebody said that the fields of a record stand. */
export type ChosenKeys = ReadonlyMap<FieldName, KeyPath>

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value there; undefined where there is none. */
export function valueAt(record: JsonRecord, path: KeyPath): unknown {
  let value: unknown = record
  for (const key of path) value = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return value
}
