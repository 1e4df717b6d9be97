import { Suspense } from 'react'
import { Preview } from '#app/(desk)/reread/_components/preview.tsx'
import { RunProgress } from '#app/(desk)/reread/_components/run-progress.tsx'
import { ScopeLink } from '#app/(desk)/reread/_components/scope-link.tsx'
import { RereadParams } from '#app/(desk)/reread/search-params.ts'
import { Page } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { pageContext } from '#lib/web/page-context.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('reread.title') }
}

/** What reading a delivery, a source or everything again would change; then the run that changes it. */
export default async function RereadPage({ searchParams }: Props) {
  const [ctx, i18n, given] = await Promise.all([pageContext('batch:manage'), requestI18n(), searchParams])
  const { batch: batchId, source: sourceId, run } = RereadParams.parse(given)
  const scope = { batchId, sourceId }
  return (
    <Page title={i18n.t('reread.title')} aside={<ScopeLink ctx={ctx} scope={scope} i18n={i18n} />}>
      <p className="mb-4 max-w-prose text-muted">{i18n.t('reread.hint')}</p>
      {run ? (
        <RunProgress ctx={ctx} run={run} i18n={i18n} />
      ) : (
        <Suspense fallback={<p className="text-muted">{i18n.t('reread.looking')}</p>}>
          <Preview ctx={ctx} scope={scope} i18n={i18n} />
        </Suspense>
      )}
    </Page>
  )
}
