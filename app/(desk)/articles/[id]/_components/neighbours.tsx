import Link from 'next/link'
import { ArticleTitle } from '#components/article/article-title.tsx'
import type { Neighbours as Found } from '#lib/articles/find-neighbours.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

/** On to the next article of the desk, or back to the one before. */
export function Neighbours({ newer, older, i18n }: Found & { i18n: I18n }) {
  const { t } = i18n
  const ways = [
    { to: newer, label: t('article.newer'), keys: '[ k', arrow: '→' },
    { to: older, label: t('article.older'), keys: '] j', arrow: '←' },
  ]
  return (
    <nav
      aria-label={t('article.neighbours')}
      className="mt-8 grid max-w-[44rem] gap-3 border-t border-edge pt-4 sm:grid-cols-2"
    >
      {ways.map(({ to, label, keys, arrow }) =>
        to ? (
          <Link
            key={keys}
            href={`/articles/${to.id}`}
            prefetch
            aria-keyshortcuts={keys}
            className="block rounded-md p-2 hover:bg-raised"
          >
            <span className="block text-sm text-muted">
              {/* Points: it is drawn for right to left and turned over for left to right. */}
              <span aria-hidden="true" className="inline-block ltr:-scale-x-100">
                {arrow}
              </span>{' '}
              {label}
            </span>
            <ArticleTitle article={to} i18n={i18n} />
          </Link>
        ) : (
          <span key={keys} />
        ),
      )}
    </nav>
  )
}
