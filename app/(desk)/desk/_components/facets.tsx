import { Facet } from '#app/(desk)/desk/_components/facet.tsx'
import { FilterFields } from '#app/(desk)/desk/_components/filter-fields.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, Input } from '#components/ui/field.tsx'
import type { Facets as Counted } from '#lib/articles/count-facets.ts'
import { MOST_COUNTED } from '#lib/articles/facet-sets.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

type Props = { counted: Counted; filter: ArticleFilter; now: Date; i18n: I18n }

/** The side column: every way to narrow the list, folded away on a narrow screen. */
export function Facets({ counted: { facets, total, capped }, filter, now, i18n }: Props) {
  const { t, number } = i18n
  const facet = (name: keyof Counted['facets']) => (
    <Facet facet={name} values={facets[name]} filter={filter} now={now} i18n={i18n} />
  )
  return (
    <details className="rounded-lg border border-edge bg-surface p-3 lg:[&::details-content]:[content-visibility:visible] lg:[&::details-content]:block">
      <summary className="min-h-7 px-2 font-semibold lg:supports-[selector(::details-content)]:list-none">
        <h2 className="inline">{t('desk.facets.title')}</h2>
      </summary>
      <p role="status" className="px-2 text-sm">
        {capped ? t('desk.foundMore', { count: number(total) }) : t('desk.found', { count: total })}
      </p>
      {capped && <p className="px-2 text-sm text-muted">{t('desk.facets.of', { count: number(MOST_COUNTED) })}</p>}
      <div className="mt-2 grid grid-cols-1 gap-4 sm:max-lg:grid-cols-2">
        {facet('state')}
        <div>
          {facet('date')}
          <Period filter={filter} i18n={i18n} />
        </div>
        {facet('source')}
        {facet('topic')}
        {facet('country')}
        {facet('entity')}
        {facet('flag')}
        {facet('assignee')}
        {facet('language')}
      </div>
    </details>
  )
}

function Period({ filter, i18n: { t } }: Pick<Props, 'filter' | 'i18n'>) {
  return (
    <details>
      <summary className="min-h-6 px-2 text-sm text-accent">{t('desk.facets.custom')}</summary>
      <form action="/desk" className="grid gap-2 px-2 py-1">
        <FilterFields filter={filter} except={['from', 'to']} />
        <Field label={t('desk.facets.from')}>
          <Input type="date" name="from" defaultValue={filter.from} />
        </Field>
        <Field label={t('desk.facets.to')}>
          <Input type="date" name="to" defaultValue={filter.to} />
        </Field>
        <Button small>{t('desk.facets.apply')}</Button>
      </form>
    </details>
  )
}
