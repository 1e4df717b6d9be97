import Link from 'next/link'
import { EntityTable } from '#app/(desk)/entities/_components/entity-table.tsx'
import { KindSelect } from '#app/(desk)/entities/_components/kind-select.tsx'
import { EntityListParams } from '#app/(desk)/entities/search-params.ts'
import { ListSearch } from '#components/layout/list-search.tsx'
import { Pager } from '#components/layout/pager.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Empty, Page } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { listEntities } from '#lib/tag/list-entities.ts'
import { entityNames } from '#lib/tag/new-names/entity-names.ts'
import { countNewNames } from '#lib/tag/new-names/list-new-names.ts'
import { pageContext } from '#lib/web/page-context.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('vocabulary.entities') }
}

export default async function EntitiesPage({ searchParams }: Props) {
  const [ctx, { t, locale }, given] = await Promise.all([pageContext('taxonomy:edit'), requestI18n(), searchParams])
  const { q, kind, after } = EntityListParams.parse(given)
  const [{ entities, total, next }, newNames] = await Promise.all([
    listEntities(ctx, { q, kind, after, locale }),
    entityNames(ctx).then((known) => countNewNames(ctx, {}, known)),
  ])
  return (
    <Page
      title={t('vocabulary.entities')}
      aside={
        <>
          {newNames > 0 && (
            <Link href="/entities/new-names" aria-keyshortcuts="w" className={buttonClass()}>
              {t('newNames.count', { count: newNames })}
            </Link>
          )}
          <Link href="/entities/new" aria-keyshortcuts="a" className={buttonClass('primary')}>
            {t('vocabulary.addEntity')}
          </Link>
        </>
      }
    >
      <ListSearch path="/entities" label={t('vocabulary.entitySearch')} q={q} total={total}>
        <KindSelect kind={kind} any key={kind} />
      </ListSearch>
      {entities.length === 0 ? <Empty>{t('vocabulary.noEntity')}</Empty> : <EntityTable entities={entities} />}
      <Pager path="/entities" query={{ q, kind }} next={next} isFirst={!after} />
    </Page>
  )
}
