import type { Names } from '#lib/core/article-line.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { nameIn } from '#lib/i18n/name-in.ts'
import type { Catalogue } from '#lib/search/catalogue.ts'
import type { SearchField } from '#lib/search/search-fields.ts'

/** Names of what is in no catalogue, by identifier: stories, batches. */
export type OtherNames = ReadonlyMap<string, Names>

/** What a value of a filter is called in the reader's language. Pure. */
export function valueLabel(
  i18n: I18n,
  field: SearchField,
  id: string,
  catalogue: Catalogue,
  others?: OtherNames,
): string {
  if (field === 'country') return i18n.countryName(id)
  if (field === 'language') return i18n.languageName(id)
  if (field === 'by') return id
  const names = catalogue.get(field, id)?.names ?? others?.get(id)
  const name = names && nameIn(i18n.locale, names).text
  return name || (field === 'topic' || field === 'entity' || field === 'agency' ? id : i18n.t('desk.unnamed'))
}
