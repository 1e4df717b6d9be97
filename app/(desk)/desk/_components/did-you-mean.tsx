import Link from 'next/link'
import { deskLink } from '#lib/core/desk-link.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { Context } from '#lib/db/context.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { closeSearches } from '#lib/search/close-searches.ts'
import type { Query } from '#lib/search/parse-query.ts'

type Props = { ctx: Context; filter: ArticleFilter; q: string; query: Query; i18n: I18n }

/** The same search with words that are known, for one whose words no article has; nothing where none is close. */
export async function DidYouMean({ ctx, filter, q, query, i18n: { t } }: Props) {
  const searches = await closeSearches(ctx, q, query)
  if (searches.length === 0) return null
  return (
    <span className="mt-3 flex flex-wrap items-baseline justify-center gap-x-3">
      {t('desk.empty.meant')}
      {searches.map((search) => (
        <Link
          key={search}
          href={deskLink({ ...filter, q: search })}
          prefetch={false}
          className="inline-flex min-h-6 items-center text-accent underline"
        >
          <bdi>{search}</bdi>
        </Link>
      ))}
    </span>
  )
}
