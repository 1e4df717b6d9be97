import Link from 'next/link'
import { FilterFields } from '#app/(desk)/desk/_components/filter-fields.tsx'
import type { DeskParams } from '#app/(desk)/desk/search-params.ts'
import { Button } from '#components/ui/button.tsx'
import { Input } from '#components/ui/field.tsx'
import { deskLink } from '#lib/core/desk-link.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

/** Words to look for under the filters in use, and how what is found is ordered. */
export function SearchBox({ params: { filter, sort }, i18n: { t, dir } }: { params: DeskParams; i18n: I18n }) {
  return (
    <search className="flex flex-1 flex-wrap items-center gap-2">
      <form action="/desk" className="flex min-w-64 flex-1 gap-2">
        <FilterFields filter={filter} except={['q']} />
        <Input
          key={filter.q}
          type="search"
          name="q"
          defaultValue={filter.q}
          dir={filter.q ? 'auto' : dir}
          maxLength={300}
          aria-label={t('desk.search.label')}
          placeholder={t('desk.search.placeholder')}
          aria-keyshortcuts="/"
        />
        <Button>{t('desk.search.submit')}</Button>
      </form>
      {filter.tsquery && (
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
