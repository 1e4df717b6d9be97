import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { BatchActions } from '#app/(desk)/batches/[id]/_components/batch-actions.tsx'
import { BeforeReading } from '#app/(desk)/batches/[id]/_components/before-reading.tsx'
import { FilesPanel } from '#app/(desk)/batches/[id]/_components/files-panel.tsx'
import { ReportFilter } from '#app/(desk)/batches/[id]/_components/report-filter.tsx'
import { ReportTable } from '#app/(desk)/batches/[id]/_components/report-table.tsx'
import { Summary } from '#app/(desk)/batches/[id]/_components/summary.tsx'
import { ReportParams } from '#app/(desk)/batches/search-params.ts'
import { Pager } from '#components/layout/pager.tsx'
import { Empty, Page } from '#components/ui/page.tsx'
import { Refresh } from '#components/ui/refresh.tsx'
import { may } from '#lib/access/policy.ts'
import { getBatch } from '#lib/batches/get-batch.ts'
import { listDocuments } from '#lib/batches/list-documents.ts'
import { getPreview } from '#lib/columns/get-preview.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { orNotFound, pageContext } from '#lib/web/page-context.ts'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('batches.title') }
}

export default async function BatchPage({ params, searchParams }: Props) {
  const [ctx, { t }, { id }, given] = await Promise.all([
    pageContext('address:fetch'),
    requestI18n(),
    params,
    searchParams,
  ])
  if (!z.uuid().safeParse(id).success) notFound()
  const { state, after } = ReportParams.parse(given)
  const [batch, { documents, next }] = await Promise.all([
    orNotFound(getBatch(ctx, id)),
    listDocuments(ctx, { batchId: id, state, after }),
  ])
  const isManaging = may(ctx.actor.role, 'batch:manage')
  const preview = batch.state === 'receiving' && isManaging ? await getPreview(ctx, { batchId: id }) : null
  return (
    <Page
      title={<bdi>{batch.name}</bdi>}
      aside={
        <Link href="/batches" className="text-accent hover:underline">
          {t('batches.back')}
        </Link>
      }
    >
      <Summary batch={batch} />
      {preview ? (
        <BeforeReading batch={batch} preview={preview} />
      ) : (
        <>
          <BatchActions batch={batch} isManaging={isManaging} />
          <h2 className="mt-6 mb-2 text-lg font-semibold">{t('batches.report.title')}</h2>
          <ReportFilter batch={batch} state={state} />
          {documents.length === 0 ? (
            <Empty>{state ? t('batches.report.none') : t('batches.report.noneYet')}</Empty>
          ) : (
            <ReportTable
              batchId={id}
              documents={documents}
              canRetry={batch.state !== 'undone'}
              canChooseColumns={isManaging && batch.state !== 'undone'}
            />
          )}
          <Pager path={`/batches/${id}`} query={{ state }} next={next} isFirst={!after} />
        </>
      )}
      <FilesPanel batch={batch} />
      {batch.state === 'reading' && <Refresh everyMs={1500} />}
    </Page>
  )
}
