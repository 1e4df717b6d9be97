import { type ChooseColumns, knownColumns, textColumn } from '#lib/receive/columns.ts'
import { type DeliveredFile, headFile } from '#lib/receive/delivered-file.ts'
import { cleanName, type FieldName } from '#lib/receive/field-names.ts'
import { type ChosenKeys, isRecord, type JsonRecord, type KeyPath } from '#lib/receive/formats/json-keys.ts'
import { deeperThan, inWords, type JsonCut } from '#lib/receive/formats/json-record.ts'
import { isNinjs } from '#lib/receive/formats/ninjs.ts'
import type { Limits } from '#lib/receive/limits.ts'

/** Cuts the records out of a file of json or of json lines. */
export type CutRecords = (file: DeliveredFile, limits: Limits) => AsyncIterable<JsonCut>

/** The first records of a file, and their names in the order they came: what the preview shows and choices are made by. */
export type JsonSample = { records: JsonRecord[]; names: Map<string, KeyPath> }

/** Records that are looked at, and characters of them: an export rarely begins to use a key later. */
const RECORDS = 20
const LETTERS = 1 << 18
/** Names that are told: more are no columns. */
const NAMES = 60
/** Bytes in which they are looked for: at once, and where a list is wrapped up so that its end must be seen. */
const HEADS = [1 << 20, 17 << 20]

/** The same for the same file, whoever asks: so a choice that was made before reading is found again by it. */
export async function jsonSample(file: DeliveredFile, cut: CutRecords, limits: Limits): Promise<JsonSample> {
  for (const size of HEADS) {
    const sample = await sampleOf(await headFile(file, size), cut, limits)
    if (sample.records.length > 0 || file.size <= size) return sample
  }
  return { records: [], names: new Map() }
}

async function sampleOf(head: DeliveredFile, cut: CutRecords, limits: Limits): Promise<JsonSample> {
  const records: JsonRecord[] = []
  const names = new Map<string, KeyPath>()
  let letters = 0
  for await (const one of cut(head, limits)) {
    const record = 'text' in one && !deeperThan(one.text, limits.depth) ? parsed(one.text) : null
    if (record) {
      records.push(record)
      for (const [name, path] of namesOf(record)) if (!names.has(name) && names.size < NAMES) names.set(name, path)
    }
    letters += 'text' in one ? one.text.length : 0
    if (records.length >= RECORDS || letters > LETTERS) break
  }
  return { records, names }
}

/** Its keys; for an object that is no value in a wrapping, `data.body`. What an agency's item holds is known: it has none. */
function* namesOf(record: JsonRecord): Generator<[string, KeyPath]> {
  if (isNinjs(Object.keys(record))) return
  for (const [key, value] of Object.entries(record)) {
    if (!isRecord(value) || inWords(value) !== undefined) yield [cleanName(key), [key]]
    else for (const inner of Object.keys(value)) yield [`${cleanName(key)}.${cleanName(inner)}`, [key, inner]]
  }
}

/** The names that are known by themselves: the record's own, or with them those of the object that holds the text. */
export function knownKeys(names: ReadonlyMap<string, KeyPath>): { [F in FieldName]?: string } {
  const all = [...names]
  const own = knownColumns(all.filter(([, path]) => path.length === 1).map(([name]) => name))
  if (textColumn(own)) return own
  for (const wrapper of new Set(all.flatMap(([, path]) => (path.length > 1 ? [path[0] as string] : [])))) {
    const inside = all.filter(([, path]) => path.length > 1 && path[0] === wrapper)
    const known = knownColumns(inside.map(([, path]) => path[1] as string))
    if (!textColumn(known)) continue
    const named = Object.entries(known).map(([field, inner]) => [
      field,
      inside.find(([, path]) => path[1] === inner)?.[0],
    ])
    return { ...own, ...Object.fromEntries(named) }
  }
  return own
}

/** Where the fields stand as somebody chose for records with the names of this file; undefined where nobody did. */
export async function chosenKeys(
  file: DeliveredFile,
  cut: CutRecords,
  limits: Limits,
  choose: ChooseColumns | undefined,
): Promise<ChosenKeys | undefined> {
  if (!choose) return undefined
  const { names } = await jsonSample(file, cut, limits)
  const chosen = names.size > 0 ? await choose([...names.keys()]) : undefined
  if (!chosen) return undefined
  return new Map(
    (Object.entries(chosen) as [FieldName, string][]).map(([field, name]) => [field, names.get(name) ?? [name]]),
  )
}

function parsed(text: string): JsonRecord | null {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}
