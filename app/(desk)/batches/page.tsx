import Link from 'next/link'
import { AddressForm } from '#app/(desk)/batches/_components/address-form.tsx'
import { BatchKinds } from '#app/(desk)/batches/_components/batch-kinds.tsx'
import { BatchTable } from '#app/(desk)/batches/_components/batch-table.tsx'
import { dropWords } from '#app/(desk)/batches/_components/drop-words.ts'
import { DropZone } from '#app/(desk)/batches/_components/drop-zone.tsx'
import { BatchListParams } from '#app/(desk)/batches/search-params.ts'
import { Pager } from '#components/layout/pager.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Empty, Page, Panel } from '#components/ui/page.tsx'
import { Refresh } from '#components/ui/refresh.tsx'
import { may } from '#lib/access/policy.ts'
import { listBatches } from '#lib/batches/list-batches.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { pageContext } from '#lib/web/page-context.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('batches.title') }
}

export default async function BatchesPage({ searchParams }: Props) {
  const [ctx, i18n, given] = await Promise.all([pageContext('address:fetch'), requestI18n(), searchParams])
  const { t } = i18n
  const { after, show } = BatchListParams.parse(given)
  const { batches, next } = await listBatches(ctx, { after, gathered: show === 'gathered' })
  const isManaging = may(ctx.actor.role, 'batch:manage')
  return (
    <Page
      title={t('batches.title')}
      aside={
        may(ctx.actor.role, 'token:manage') && (
          <Link href="/tokens" className={buttonClass()}>
            {t('tokens.title')}
          </Link>
        )
      }
    >
      <div className={`mb-4 grid gap-4 ${isManaging ? 'lg:grid-cols-[3fr_2fr]' : ''}`}>
        {isManaging && (
          <Panel title={t('batches.drop.title')}>
            <DropZone words={dropWords(i18n)} locale={i18n.locale} />
          </Panel>
        )}
        <Panel title={t('batches.addresses.title')}>
          <AddressForm />
        </Panel>
      </div>
      {isManaging && <BatchKinds show={show} />}
      {batches.length === 0 ? (
        <Empty>{t(show ? 'batches.noneGathered' : isManaging ? 'batches.none' : 'batches.addresses.none')}</Empty>
      ) : (
        <BatchTable batches={batches} />
      )}
      <Pager path="/batches" query={{ show }} next={next} isFirst={!after} />
      {batches.some((batch) => batch.state === 'reading') && <Refresh everyMs={2000} />}
    </Page>
  )
}
