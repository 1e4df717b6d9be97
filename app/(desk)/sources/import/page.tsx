import { LookForm } from '#app/(desk)/sources/import/_components/look-form.tsx'
import { lookAtOpml } from '#app/(desk)/sources/import/look-at-opml.tsx'
import { Page, Panel } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { pageContext } from '#lib/web/page-context.ts'

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('sources.import.title') }
}

export default async function ImportPage() {
  const [{ t }] = await Promise.all([requestI18n(), pageContext('source:manage')])
  const words = {
    file: t('sources.import.file'),
    look: t('sources.import.look'),
    looking: t('sources.import.looking'),
    tooLarge: t('sources.import.tooLarge'),
  }
  return (
    <Page title={t('sources.import.title')}>
      <Panel className="mb-4 grid gap-3">
        <p className="text-muted">{t('sources.import.about')}</p>
        <LookForm look={lookAtOpml} words={words} />
      </Panel>
    </Page>
  )
}
