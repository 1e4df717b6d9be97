import { Page } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { pageContext } from '#lib/web/page-context.ts'

export default async function DeskPage() {
  const [, { t }] = await Promise.all([pageContext(), requestI18n()])
  return <Page title={t('common.nav.desk')}>…</Page>
}
