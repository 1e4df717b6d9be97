import Link from 'next/link'
import { deskLink } from '#lib/core/desk-link.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import type { FilterLabel } from '#lib/search/filter-labels.ts'

type Props = { filter: ArticleFilter; labels: FilterLabel[]; i18n: I18n }

/** What the list is narrowed by, each to be taken away with one click. */
export function ChosenFilters({ filter, labels, i18n: { t } }: Props) {
  if (labels.length === 0) return null
  return (
    <ul aria-label={t('desk.facets.chosen')} className="mt-3 flex flex-wrap items-center gap-2">
      {labels.map(({ params, field, value }) => (
        <li key={params.join()}>
          <Link
            href={deskLink({ ...filter, ...without(params) })}
            prefetch={false}
            aria-label={t('desk.facets.remove', { name: `${field}: ${value}` })}
            className="inline-flex min-h-7 items-center gap-1.5 rounded-full bg-accent-soft px-3 text-sm text-accent hover:underline"
          >
            <span>{field}:</span>
            <bdi className="font-semibold">{value}</bdi>
            <span aria-hidden="true">✕</span>
          </Link>
        </li>
      ))}
      <li>
        <Link
          href="/desk"
          prefetch={false}
          aria-keyshortcuts="Backspace"
          className="inline-flex min-h-6 items-center text-sm text-accent hover:underline"
        >
          {t('desk.facets.clear')}
        </Link>
      </li>
    </ul>
  )
}

const without = (params: (keyof ArticleFilter)[]): ArticleFilter =>
  Object.fromEntries(params.map((param) => [param, undefined]))
