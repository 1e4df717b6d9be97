import Link from 'next/link'
import { buttonClass } from '#components/ui/button.tsx'
import { Empty, Page } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

/** What was asked for is not there: one sentence, and the way back. */
export async function Missing() {
  const { t } = await requestI18n()
  return (
    <Page title={t('errors.notFoundTitle')}>
      <Empty
        next={
          <Link href="/desk" className={buttonClass('primary')}>
            {t('signIn.back')}
          </Link>
        }
      >
        {t('errors.notFound')}
      </Empty>
    </Page>
  )
}
