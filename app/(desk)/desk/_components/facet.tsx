import Link from 'next/link'
import { choiceLabel } from '#app/(desk)/desk/_components/choice-label.ts'
import type { FacetValue } from '#lib/articles/count-facets.ts'
import { firstDay, type PeriodName } from '#lib/articles/desk-days.ts'
import { FACETS, type FacetName } from '#lib/articles/facet-sets.ts'
import { deskLink } from '#lib/core/desk-link.ts'
import { env } from '#lib/core/env.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

const SHOWN = 6

type Props = { facet: FacetName; values: FacetValue[]; filter: ArticleFilter; now: Date; i18n: I18n }

/** One way to narrow the list: its commonest choices with their counts, the others behind "more". */
export function Facet({ facet, values, filter, now, i18n }: Props) {
  const { t } = i18n
  const choices = values.map((value) => ({ ...value, params: paramsOf(facet, value.value, now) }))
  const isChosen = (params: ArticleFilter) => FACETS[facet].every((name) => params[name] === filter[name])
  // What is chosen stays in sight wherever it stands.
  const shown = choices.filter(({ params }, place) => place < SHOWN || isChosen(params))
  const rest = choices.filter((choice) => !shown.includes(choice))
  const list = (some: typeof choices) => (
    <ul>
      {some.map(({ value, names, count, params }) => {
        const chosen = isChosen(params)
        const none = Object.fromEntries(FACETS[facet].map((name) => [name, undefined]))
        return (
          <li key={value}>
            <Link
              href={deskLink({ ...filter, ...none, ...(chosen ? {} : params) })}
              prefetch={false}
              {...(chosen ? { 'aria-current': 'true' as const } : {})}
              className={`flex min-h-7 items-baseline justify-between gap-2 rounded px-2 ${chosen ? 'bg-accent-soft font-semibold text-accent' : 'hover:bg-raised'}`}
            >
              <bdi className="min-w-0 truncate">{choiceLabel(i18n, facet, value, names)}</bdi>
              <span className="text-sm text-muted">{i18n.number(count)}</span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
  return (
    <section>
      <h3 className="px-2 text-sm font-semibold text-muted">{t(`desk.facets.${facet}`)}</h3>
      {values.length === 0 ? <p className="px-2 text-sm text-muted">{t('desk.facets.none')}</p> : list(shown)}
      {rest.length > 0 && (
        <details>
          <summary className="min-h-6 px-2 text-sm text-accent">{t('desk.facets.more')}</summary>
          {list(rest)}
        </details>
      )}
    </section>
  )
}

function paramsOf(facet: FacetName, value: string, now: Date): ArticleFilter {
  if (facet !== 'date') return { [facet]: value }
  return { from: firstDay(value as PeriodName, now, env().DESK_TIME_ZONE), to: undefined }
}
