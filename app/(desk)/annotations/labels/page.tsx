import { LabelForm } from '#app/(desk)/annotations/labels/_components/label-form.tsx'
import { LabelLine } from '#app/(desk)/annotations/labels/_components/label-line.tsx'
import { Empty, Page, Panel } from '#components/ui/page.tsx'
import { listAllLabels } from '#lib/annotate/list-labels.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { pageContext } from '#lib/web/page-context.ts'

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('annotations.labels.title') }
}

/** The desk's own labels of notes, for those who keep its vocabulary. */
export default async function LabelsPage() {
  const [ctx, i18n] = await Promise.all([pageContext('taxonomy:edit'), requestI18n()])
  const { t } = i18n
  const labels = await listAllLabels(ctx)
  const inUse = labels.filter((label) => !label.retiredAt)
  return (
    <Page title={t('annotations.labels.title')}>
      <p className="mb-3 max-w-prose text-muted">{t('annotations.labels.hint')}</p>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        {labels.length === 0 ? (
          <Empty>{t('annotations.labels.none')}</Empty>
        ) : (
          <ul className="divide-y divide-edge rounded-lg border border-edge bg-surface">
            {labels.map((label, i) => (
              <LabelLine key={label.id} label={label} place={label.retiredAt ? null : i + 1} i18n={i18n} />
            ))}
          </ul>
        )}
        <Panel title={t('annotations.labels.add')}>
          <LabelForm position={(inUse.at(-1)?.position ?? 0) + 1} i18n={i18n} />
        </Panel>
      </div>
    </Page>
  )
}
