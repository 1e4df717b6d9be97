import { nameIn } from '#lib/i18n/name-in.ts'
import type { Catalogue } from '#lib/search/catalogue.ts'
import type { ChoiceField } from '#lib/search/search-fields.ts'

/** A value by its name in the reader's language, where that means nothing else; else by its slug or identifier. Pure. */
export function writeValue(field: ChoiceField | 'is', id: string, catalogue: Catalogue, locale: string): string {
  const value = catalogue.get(field, id)
  if (!value) return quoted(id) ?? id
  const name = nameIn(locale, value.names).text
  const [found, another] = name ? catalogue.find(field, name) : []
  return (found === value && !another ? quoted(name) : null) ?? quoted(value.handle) ?? value.id
}

/** As it is, or between marks that it does not hold itself; null where it holds all of them. Pure. */
export function quoted(value: string): string | null {
  if (!/[\s,،()"«»“”„‟]/u.test(value)) return value
  if (!value.includes('"')) return `"${value}"`
  return /[«»]/.test(value) ? null : `«${value}»`
}
