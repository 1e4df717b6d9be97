import Link from 'next/link'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

/** More than this is shown as "99+". */
const MOST_SHOWN = 99

/** To what one has been told, with how much of it is new. */
export async function NoticesLink({ count }: { count: number }) {
  const { t, number } = await requestI18n()
  const title = count > 0 ? t('notices.badge', { count }) : t('notices.title')
  return (
    <Link
      href="/notices"
      prefetch={false}
      title={title}
      className="relative inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-raised"
    >
      <svg
        viewBox="0 0 20 20"
        className="size-5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        aria-hidden="true"
      >
        <path d="M10 3a5 5 0 0 0-5 5v3l-1.5 3h13L15 11V8a5 5 0 0 0-5-5Z" strokeLinejoin="round" />
        <path d="M8.3 16.5a1.8 1.8 0 0 0 3.4 0" strokeLinecap="round" />
      </svg>
      <span className="sr-only">{title}</span>
      {count > 0 && (
        <span
          aria-hidden="true"
          className="absolute -end-0.5 -top-0.5 min-w-4 rounded-full bg-accent px-1 text-center text-xs leading-4 font-semibold text-on-accent"
        >
          {count > MOST_SHOWN ? `${number(MOST_SHOWN)}+` : number(count)}
        </span>
      )}
    </Link>
  )
}
