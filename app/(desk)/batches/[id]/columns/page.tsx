import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ColumnsForm } from '#app/(desk)/batches/_components/columns-form.tsx'
import { Button } from '#components/ui/button.tsx'
import { Empty, Page } from '#components/ui/page.tsx'
import { getBatch } from '#lib/batches/get-batch.ts'
import { getPreview } from '#lib/columns/get-preview.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { orNotFound, pageContext } from '#lib/web/page-context.ts'

const Params = z.object({ id: z.uuid(), file: z.uuid() })

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('batches.columns.choose') }
}

/** One file of a batch whose columns were not known: they are chosen here, and it is read again. */
export default async function ColumnsPage({ params, searchParams }: Props) {
  const [ctx, { t }, path, query] = await Promise.all([
    pageContext('batch:manage'),
    requestI18n(),
    params,
    searchParams,
  ])
  const given = Params.safeParse({ ...query, ...path })
  if (!given.success) notFound()
  const { id: batchId, file: fileId } = given.data
  const [batch, preview] = await Promise.all([
    orNotFound(getBatch(ctx, batchId)),
    orNotFound(getPreview(ctx, { batchId, fileId })),
  ])
  return (
    <Page
      title={t('batches.columns.choose')}
      aside={
        <Link href={`/batches/${batchId}`} className="text-accent hover:underline">
          {t('batches.columns.back')}
        </Link>
      }
    >
      {preview.tables.length === 0 ? (
        <Empty>{t('batches.columns.none')}</Empty>
      ) : (
        <>
          <h2 className="mb-1 text-lg font-semibold">
            <bdi>{batch.name}</bdi>
          </h2>
          <p className="mb-3">{t('batches.columns.againHint')}</p>
          <ColumnsForm
            batchId={batchId}
            fileId={fileId}
            preview={preview}
            buttons={
              <Button look="primary" hotkey="r">
                {t('batches.columns.again')}
              </Button>
            }
          />
        </>
      )}
    </Page>
  )
}
