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
  const key = (
    field === 'flag' ? `flags.name.${value}` : `dashboards.value.${field}_${value}`
  ) as 'flags.name.truncated'
  return t.has(key) ? t(key) : value
}
