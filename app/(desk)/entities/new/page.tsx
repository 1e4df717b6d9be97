import { EntityForm } from '#app/(desk)/entities/_components/entity-form.tsx'
import { addEntityAction } from '#app/(desk)/entities/actions.ts'
import { Page } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { pageContext } from '#lib/web/page-context.ts'

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('vocabulary.addEntity') }
}

export default async function NewEntityPage() {
  const [{ t }] = await Promise.all([requestI18n(), pageContext('taxonomy:edit')])
  return (
    <Page title={t('vocabulary.addEntity')}>
      <EntityForm action={addEntityAction} />
    </Page>
  )
}
