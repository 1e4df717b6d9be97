import Link from 'next/link'
import { buttonClass } from '#components/ui/button.tsx'
import { Empty, Page } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { pageContext } from '#lib/web/page-context.ts'

export default async function RefusedPage() {
  const [{ actor }, { t }] = await Promise.all([pageContext(), requestI18n()])
  return (
    <Page title={t('signIn.refusedTitle')}>
      <Empty
        next={
          <Link href="/desk" className={buttonClass('primary')}>
            {t('signIn.back')}
          </Link>
        }
      >
        {t('signIn.refused', { role: t(`common.role.${actor.role}`) })}
      </Empty>
    </Page>
  )
}
