import Link from 'next/link'
import { buttonClass } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

export default async function NotFound() {
  const { t } = await requestI18n()
  return (
    <main className="mx-auto max-w-xl p-8">
      <Empty
        next={
          <Link href="/desk" className={buttonClass('primary')}>
            {t('signIn.back')}
          </Link>
        }
      >
        {t('errors.notFound')}
      </Empty>
    </main>
  )
}
