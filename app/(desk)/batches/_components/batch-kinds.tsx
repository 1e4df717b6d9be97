import Link from 'next/link'
import { buttonClass } from '#components/ui/button.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

/** What somebody sent, or what came by itself: feeds alone make a batch a day each, among which uploads would drown. */
export async function BatchKinds({ show }: { show: 'gathered' | undefined }) {
  const { t } = await requestI18n()
  const kinds = [
    { href: '/batches', words: t('batches.sent'), isShown: !show },
    { href: '/batches?show=gathered', words: t('batches.gathered'), isShown: show === 'gathered' },
  ]
  return (
    <nav aria-label={t('batches.kinds')} className="mb-2 flex flex-wrap gap-2">
      {kinds.map(({ href, words, isShown }) => (
        <Link
          key={href}
          href={href}
          aria-current={isShown ? 'page' : undefined}
          className={`${buttonClass('quiet', true)} ${isShown ? 'bg-accent-soft' : ''}`}
        >
          {words}
        </Link>
      ))}
    </nav>
  )
}
