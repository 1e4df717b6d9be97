import { SourceForm } from '#app/(desk)/sources/_components/source-form.tsx'
import { addSourceAction } from '#app/(desk)/sources/actions.ts'
import { Page } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { pageContext } from '#lib/web/page-context.ts'

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('sources.add') }
}

export default async function NewSourcePage() {
  const [{ t }] = await Promise.all([requestI18n(), pageContext('source:manage')])
  return (
    <Page title={t('sources.add')}>
      <SourceForm action={addSourceAction} />
    </Page>
  )
}
