import type { Stated } from '#lib/core/stated.ts'
import { type FieldName, fieldsOf } from '#lib/receive/field-names.ts'
import { type ChosenKeys, isRecord, type JsonRecord, valueAt } from '#lib/receive/formats/json-keys.ts'
import { isNinjs, ninjsStated } from '#lib/receive/formats/ninjs.ts'
import type { Item, Problem } from '#lib/receive/item.ts'
import type { Limits } from '#lib/receive/limits.ts'
import { statedOf } from '#lib/receive/stated-of.ts'

const encoder = new TextEncoder()

/** A json value out of a file, as the text it stands in, and the line it begins on. */
export type JsonText = { text: string; line: number }

/** What stands where a record should: the record, or why there is none. */
export type JsonCut = JsonText | { line: number; problem: Problem }

/** A record becomes a document: its own text is kept, its keys are known by their names, or stand where somebody chose. */
export function recordItem(
  { text, line }: JsonText,
  at: { path: string; index: number },
  limits: Limits,
  keys?: ChosenKeys,
): Item {
  const place = { ...at, line }
  const bytes = encoder.encode(text)
  if (bytes.length > limits.document) {
    return { ...place, problem: { key: 'too-large', size: bytes.length, limit: limits.document } }
  }
  if (deeperThan(text, limits.depth)) return { ...place, problem: { key: 'json-deep', line, limit: limits.depth } }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const within = Number(/line (\d+)/.exec((error as Error).message)?.[1] ?? 1)
    return { ...place, problem: { key: 'json-syntax', line: line + within - 1 } }
  }
  if (typeof value === 'string') value = { text: value }
  if (!isRecord(value)) return { ...place, problem: { key: 'json-record', line } }
  const stated = (keys && statedByChoice(value, keys)) ?? statedOfRecord(value)
  if (!stated) return { ...place, problem: { key: 'no-text', line } }
  return { ...place, mediaType: stated.html ? 'text/html' : 'text/plain', charset: 'utf-8', bytes, stated }
}

/** What a record states where somebody chose its keys; null where it does not have the key of the text. */
function statedByChoice(record: JsonRecord, keys: ChosenKeys): Stated | null {
  return statedOf((field) => {
    const key = keys.get(field)
    return key && inWords(valueAt(record, key), field)
  })
}

/** What a record states; where it only wraps another (`_source`, `article`), what that one states, then the record. */
function statedOfRecord(record: JsonRecord): Stated | null {
  const keys = Object.keys(record)
  const ofAgency = isNinjs(keys) ? ninjsStated(record) : null
  if (ofAgency) return ofAgency
  const outer = valuesByField(record)
  const stated = statedOf(outer)
  if (stated) return stated
  for (const inside of Object.values(record)) {
    if (!isRecord(inside)) continue
    const inner = valuesByField(inside)
    const from = statedOf((field) => inner(field) ?? outer(field))
    if (from) return from
  }
  return null
}

function valuesByField(record: JsonRecord): (field: FieldName) => string | undefined {
  const names = Object.keys(record)
  const fields = fieldsOf(names)
  return (field) => {
    const name = names[fields.get(field) ?? -1]
    return name === undefined ? undefined : inWords(record[name], field)
  }
}

/** Keys under which exports wrap a value: `{rendered}` of WordPress, `{name}` of schema.org, `{displayName}` of Blogger. */
const WRAPPED = [
  ...['rendered', '#text', '$t', '_', 'value', 'name', 'displayName', 'title', 'text', 'main', 'original'],
  ...['href', 'url'],
]

/** A value as words; undefined where there are none in it. */
export function inWords(value: unknown, field?: FieldName): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number') {
    if (field === 'publishedAt') return instantOf(value)
    // The number of an author or a source in somebody's database names nobody.
    return field === 'author' || field === 'source' ? undefined : String(value)
  }
  if (Array.isArray(value)) {
    const parts = value.map((part) => inWords(part, field)).filter((part) => part !== undefined)
    return parts.length > 0 ? parts.join(field === 'author' ? '، ' : '\n\n') : undefined
  }
  if (!isRecord(value)) return undefined
  for (const key of WRAPPED) {
    const inside = value[key]
    if (typeof inside === 'string' && inside.trim() !== '') return inside
  }
  return undefined
}

/** Seconds or milliseconds since 1970, for dates from 2001 on; other numbers are no instants. */
function instantOf(value: number): string | undefined {
  const ms = value > 1e12 ? value : value * 1000
  if (ms < 978e9 || ms > 1e13) return String(value)
  return new Date(ms).toISOString()
}

/** Brackets outside strings, without recursion: a million levels must not reach a parser. */
export function deeperThan(text: string, limit: number): boolean {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (inString) {
      if (code === 92) i++
      else if (code === 34) inString = false
    } else if (code === 34) inString = true
    else if (code === 123 || code === 91) {
      if (++depth > limit) return true
    } else if (code === 125 || code === 93) depth--
  }
  return false
}
