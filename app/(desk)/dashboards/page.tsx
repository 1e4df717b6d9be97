import type { Metadata } from 'next'
import { CountriesPanel } from '#app/(desk)/dashboards/_components/countries-panel.tsx'
import { DashboardFilter } from '#app/(desk)/dashboards/_components/dashboard-filter.tsx'
import { EntitiesPanel } from '#app/(desk)/dashboards/_components/entities-panel.tsx'
import { FilterChips } from '#app/(desk)/dashboards/_components/filter-chips.tsx'
import { NothingCounted } from '#app/(desk)/dashboards/_components/nothing-counted.tsx'
import { QualityPanel } from '#app/(desk)/dashboards/_components/quality-panel.tsx'
import { SourcesPanel } from '#app/(desk)/dashboards/_components/sources-panel.tsx'
import { TopicsPanel } from '#app/(desk)/dashboards/_components/topics-panel.tsx'
import { WorkPanel } from '#app/(desk)/dashboards/_components/work-panel.tsx'
import { readSearchParams } from '#app/(desk)/dashboards/search-params.ts'
import { Page } from '#components/ui/page.tsx'
import { countArticles } from '#lib/dashboards/count-articles.ts'
import { countryCoverage } from '#lib/dashboards/country-coverage.ts'
import { dataQuality } from '#lib/dashboards/data-quality.ts'
import { deskWork } from '#lib/dashboards/desk-work.ts'
import { entitiesRising } from '#lib/dashboards/entities-rising.ts'
import { getScope } from '#lib/dashboards/get-scope.ts'
import { sourceOriginality } from '#lib/dashboards/source-originality.ts'
import { topicsOverTime } from '#lib/dashboards/topics-over-time.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { filterLabels } from '#lib/search/filter-labels.ts'
import { pageContext } from '#lib/web/page-context.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestI18n()).t('dashboards.title') }
}

export default async function DashboardsPage({ searchParams }: Props) {
  const [ctx, i18n, params] = await Promise.all([pageContext('dashboard:read'), requestI18n(), searchParams])
  const { filter, days } = await readSearchParams(ctx, params)
  const scope = await getScope(ctx, filter, days)
  const [counted, labels, topics, sources, countries, entities, work, quality] = await Promise.all([
    countArticles(ctx, scope),
    filterLabels(ctx, i18n, scope),
    topicsOverTime(ctx, scope),
    sourceOriginality(ctx, scope),
    countryCoverage(ctx, scope),
    entitiesRising(ctx, scope),
    deskWork(ctx, scope),
    dataQuality(ctx, scope),
  ])
  const drawn = { i18n, scope }
  return (
    <Page title={i18n.t('dashboards.title')}>
      <DashboardFilter {...drawn} labels={labels} choices={{ topics, sources, countries, entities }} />
      <FilterChips {...drawn} labels={labels} articles={counted.articles} />
      {counted.articles === 0 && <NothingCounted i18n={i18n} isEmptyDesk={counted.isEmptyDesk} />}
      <div className="grid gap-4 lg:grid-cols-2">
        {counted.articles > 0 && (
          <>
            <TopicsPanel {...drawn} rows={topics} />
            <SourcesPanel {...drawn} rows={sources} />
            <CountriesPanel {...drawn} rows={countries} />
            <EntitiesPanel {...drawn} rows={entities} />
            <WorkPanel {...drawn} rows={work} />
          </>
        )}
        {quality.some(({ of }) => of > 0) && <QualityPanel {...drawn} rows={quality} />}
      </div>
    </Page>
  )
}
