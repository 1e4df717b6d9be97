import Link from 'next/link'
import { SourceTable } from '#app/(desk)/sources/_components/source-table.tsx'
import { SourceListParams } from '#app/(desk)/sources/search-params.ts'
import { ListSearch } from '#components/layout/list-search.tsx'
import { Pager } from '#components/layout/pager.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Empty, Page } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { listSources } from '#lib/sources/list-sources.ts'
import { pageContext } from '#lib/web/page-context.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('sources.title') }
}

export default async function SourcesPage({ searchParams }: Props) {
  const [ctx, { t, locale }, given] = await Promise.all([pageContext('source:manage'), requestI18n(), searchParams])
  const { q, after } = SourceListParams.parse(given)
  const { sources, total, next } = await listSources(ctx, { q, after, locale })
  const aside = (
    <>
      <Link href="/sources/import" aria-keyshortcuts="i" className={buttonClass()}>
        {t('sources.import.open')}
      </Link>
      <a href="/api/exports/feeds" download aria-keyshortcuts="e" className={buttonClass()}>
        {t('sources.import.export')}
      </a>
      <Link href="/sources/new" aria-keyshortcuts="a" className={buttonClass('primary')}>
        {t('sources.add')}
      </Link>
    </>
  )
  return (
    <Page title={t('sources.title')} aside={aside}>
      <ListSearch path="/sources" label={t('sources.search')} q={q} total={total} />
      {sources.length === 0 ? (
        <Empty>{q ? t('sources.nothing') : t('sources.none')}</Empty>
      ) : (
        <SourceTable sources={sources} />
      )}
      <Pager path="/sources" query={{ q }} next={next} isFirst={!after} />
    </Page>
  )
}
