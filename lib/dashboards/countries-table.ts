import type { CountryCoverage } from '#lib/dashboards/country-coverage.ts'
import { acceptedLink, tagLink } from '#lib/dashboards/figure-link.ts'
import type { Scope } from '#lib/dashboards/scope.ts'
import { count, type Table, words } from '#lib/dashboards/table.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

/** A row for each country. */
export function countriesTable(i18n: I18n, scope: Scope, rows: CountryCoverage[]): Table {
  const { t } = i18n
  return {
    columns: [
      { label: t('dashboards.countries.country'), numeric: false },
      { label: t('dashboards.articles'), numeric: true },
      { label: t('dashboards.accepted'), numeric: true },
    ],
    rows: rows.map((row) => {
      const link = tagLink(scope, 'country', row.country)
      return [
        words(i18n.countryName(row.country), link),
        count(i18n, row.articles, link),
        count(i18n, row.accepted, acceptedLink(scope, 'country', row.country)),
      ]
    }),
  }
}
