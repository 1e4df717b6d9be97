import type { I18n } from '#lib/i18n/i18n.ts'
import countries from '#seeds/reference/countries.json' with { type: 'json' }

/** Every country of ISO 3166-1 by its name in the reader's language. */
export function countryOptions({ countryName, locale }: I18n): { code: string; name: string }[] {
  const { compare } = new Intl.Collator(locale)
  return Object.keys(countries)
    .map((code) => ({ code, name: countryName(code) }))
    .sort((a, b) => compare(a.name, b.name))
}
