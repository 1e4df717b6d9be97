import Link from 'next/link'
import { WatchTable } from '#app/(desk)/watches/_components/watch-table.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Empty, Page } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { listWatches } from '#lib/watches/list-watches.ts'
import { pageContext } from '#lib/web/page-context.ts'

export async function generateMetadata() {
  return { title: (await requestI18n()).t('watches.title') }
}

/** The reader's own watches. */
export default async function WatchesPage() {
  const [ctx, i18n] = await Promise.all([pageContext('rule:edit'), requestI18n()])
  const { t } = i18n
  const watches = await listWatches(ctx)
  return (
    <Page
      title={t('watches.title')}
      aside={
        <>
          <Link href="/rules" className={buttonClass()}>
            {t('rules.title')}
          </Link>
          <Link href="/watches/new" aria-keyshortcuts="a" className={buttonClass('primary')}>
            {t('watches.add')}
          </Link>
        </>
      }
    >
      <p className="mb-4 max-w-prose text-muted">{t('watches.hint')}</p>
      {watches.length === 0 ? (
        <Empty
          next={
            <Link href="/desk" className={buttonClass()}>
              {t('common.nav.desk')}
            </Link>
          }
        >
          {t('watches.empty')}
        </Empty>
      ) : (
        <WatchTable ctx={ctx} watches={watches} i18n={i18n} />
      )}
    </Page>
  )
}
