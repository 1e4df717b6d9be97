import { type Drawn, QuestionPanel } from '#app/(desk)/dashboards/_components/question-panel.tsx'
import { BarList } from '#components/charts/bar-list.tsx'
import { countriesTable } from '#lib/dashboards/countries-table.ts'
import type { CountryCoverage } from '#lib/dashboards/country-coverage.ts'
import { tagLink } from '#lib/dashboards/figure-link.ts'

export function CountriesPanel({ i18n, scope, rows }: Drawn & { rows: CountryCoverage[] }) {
  const { t } = i18n
  return (
    <QuestionPanel
      i18n={i18n}
      scope={scope}
      question="country-coverage"
      title={t('dashboards.countries.title')}
      about={t('dashboards.countries.about')}
      table={countriesTable(i18n, scope, rows)}
      empty={t('dashboards.countries.empty')}
    >
      <BarList
        label={t('dashboards.countries.title')}
        dir={i18n.dir}
        bars={rows.slice(0, 12).map(({ country, articles, accepted }) => ({
          key: country,
          label: i18n.countryName(country),
          value: articles,
          part: accepted,
          text: i18n.number(articles),
          title: t('dashboards.topics.row', { articles, accepted }),
          href: tagLink(scope, 'country', country),
        }))}
      />
    </QuestionPanel>
  )
}
