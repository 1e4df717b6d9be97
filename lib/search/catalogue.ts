import type { Names } from '#lib/core/article-line.ts'
import type { SearchField } from '#lib/search/search-fields.ts'
import { foldedWords } from '#lib/text/words.ts'

/** Something a field can be asked for. */
export type KnownValue = {
  field: SearchField
  /** What the filter holds. */
  id: string
  /** What it is written by where its name would mean something else too: a slug, a code. */
  handle: string
  names: Names
  /** Other names, in any language. */
  aliases: readonly string[]
  /** Found by its identifier only: old links lead to it, nobody looks for it by name. */
  retired?: boolean
  /** Of people among the entities, of organisations, of places. */
  kind?: string
}

/** How a name compares: its folded words. Pure. */
export const nameKey = (name: string): string => foldedWords(name).join(' ')

type Entry = { value: KnownValue; isName: boolean }

/** Everything a search can ask for by name, and the ways to find it. Pure. */
export class Catalogue {
  private readonly values = new Map<SearchField, KnownValue[]>()
  private readonly byId = new Map<string, KnownValue>()
  private readonly byKey = new Map<SearchField, Map<string, Entry[]>>()

  constructor(values: Iterable<KnownValue>) {
    for (const value of values) this.add(value)
  }

  private add(value: KnownValue): void {
    const { field, id, handle, names, aliases } = value
    const others = this.values.get(field)
    if (others) others.push(value)
    else this.values.set(field, [value])
    for (const written of [id, handle]) this.byId.set(`${field} ${written.toLowerCase()}`, value)
    if (value.retired) return
    for (const name of [names.ar, names.en, names.fr]) if (name) this.index(value, name, true)
    for (const alias of aliases) this.index(value, alias, false)
  }

  private index(value: KnownValue, name: string, isName: boolean): void {
    const key = nameKey(name)
    const keys = this.byKey.get(value.field) ?? new Map<string, Entry[]>()
    this.byKey.set(value.field, keys)
    const known = keys.get(key)
    if (!known) keys.set(key, [{ value, isName }])
    else if (!known.some((entry) => entry.value === value && entry.isName === isName)) known.push({ value, isName })
  }

  /** All that a field can be asked for. */
  of(field: SearchField): readonly KnownValue[] {
    return this.values.get(field) ?? []
  }

  get(field: SearchField, id: string): KnownValue | undefined {
    return this.byId.get(`${field} ${id.toLowerCase()}`)
  }

  /** All that have exactly this name, or another name of these words, folded. */
  called(field: SearchField, key: string): KnownValue[] {
    return [...new Set((this.byKey.get(field)?.get(key) ?? []).map((entry) => entry.value))]
  }

  /** Every folded name of a field's values, with those that have it; retired ones are not looked for. */
  *names(field: SearchField): Iterable<[key: string, values: KnownValue[]]> {
    for (const [key, entries] of this.byKey.get(field) ?? []) yield [key, entries.map((entry) => entry.value)]
  }

  /**
   * What a field's value means: by identifier, else by name, else by another name; several where a name is several's.
   * Arabic names are found without their article, too, where nothing else is called so.
   */
  find(field: SearchField, written: string): KnownValue[] {
    const known = this.get(field, written.trim())
    if (known) return [known]
    const key = nameKey(written)
    if (!key) return []
    const keys = this.byKey.get(field)
    const entries = keys?.get(key) ?? keys?.get(`ال${key}`) ?? []
    const named = entries.filter((entry) => entry.isName)
    return [...new Set((named.length > 0 ? named : entries).map((entry) => entry.value))]
  }
}
