import type { FilterName } from '#lib/dashboards/filter-names.ts'
import { nameOf } from '#lib/dashboards/name-of.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

/** What a filter asks for, in words: `NE` is «النيجر», an identifier its name. What has no words is shown as it is. */
export function valueName(
  { t, locale, countryName, languageName }: I18n,
  names: FilterName[],
  field: string,
  value: string,
) {
  const named = names.find((name) => name.field === field)
  if (named) return nameOf(locale, named)
  if (field === 'country') return countryName(value)
  if (field === 'language') return languageName(value)
  const group = field === 'flag' ? 'quality.flag' : 'value'
  const key = `dashboards.${group}.${field === 'flag' ? value : `${field}_${value}`}` as 'dashboards.value.text_copy'
  return t.has(key) ? t(key) : value
}
