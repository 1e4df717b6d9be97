import Link from 'next/link'
import { completionWords } from '#app/(desk)/desk/_components/completion-words.ts'
import { SearchInput } from '#app/(desk)/desk/_components/search-input.tsx'
import type { AskedDesk } from '#app/(desk)/desk/ask-desk.ts'
import { Button } from '#components/ui/button.tsx'
import { deskLink } from '#lib/core/desk-link.ts'
import type { Context } from '#lib/db/context.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { loadCatalogue } from '#lib/search/load-catalogue.ts'
import { writeQuery } from '#lib/search/write-query.ts'

type Props = { ctx: Context; params: AskedDesk; i18n: I18n }

/** The whole filter as it is typed, and how what is found is ordered. */
export async function SearchBox({ ctx, params: { filter, sort, asked }, i18n }: Props) {
  const { t, dir, locale } = i18n
  const query = writeQuery(filter, await loadCatalogue(ctx), locale)
  return (
    <search className="flex flex-1 flex-wrap items-center gap-2">
      <form action="/desk" className="flex min-w-64 flex-1 gap-2">
        <SearchInput
          key={query}
          words={completionWords(t)}
          defaultValue={query}
          dir={query ? 'auto' : dir}
          maxLength={1000}
          aria-label={t('desk.search.label')}
          placeholder={t('desk.search.placeholder')}
          aria-keyshortcuts="/"
        />
        <Button>{t('desk.search.submit')}</Button>
      </form>
      {asked.query && (
        <p className="flex items-center gap-1 text-sm">
          <span className="text-muted">{t('desk.search.sort')}:</span>
          {(['relevance', 'newest'] as const).map((order) => (
            <Link
              key={order}
              href={deskLink(filter, { sort: order })}
              prefetch={false}
              {...(order === sort ? { 'aria-current': 'true' as const } : {})}
              className={`inline-flex min-h-6 items-center rounded px-2 ${order === sort ? 'bg-accent-soft font-semibold text-accent' : 'hover:bg-raised'}`}
            >
              {t(`desk.search.${order}`)}
            </Link>
          ))}
        </p>
      )}
    </search>
  )
}
