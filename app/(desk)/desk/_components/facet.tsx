import Link from 'next/link'
import { choiceLabel } from '#app/(desk)/desk/_components/choice-label.ts'
import type { FacetValue } from '#lib/articles/count-facets.ts'
import { firstDay, type PeriodName } from '#lib/articles/desk-days.ts'
import { FACETS, type FacetName } from '#lib/articles/facet-sets.ts'
import { chosenValues, readChoices, writeChoices } from '#lib/core/choices.ts'
import { deskLink } from '#lib/core/desk-link.ts'
import { env } from '#lib/core/env.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

const SHOWN = 6

type Props = { facet: FacetName; values: FacetValue[]; filter: ArticleFilter; now: Date; i18n: I18n }

/** One way to narrow the list: its commonest choices with their counts, the others behind "more". */
export function Facet({ facet, values, filter, now, i18n }: Props) {
  const { t } = i18n
  const choices = values.map((value) => {
    const params = paramsOf(facet, value.value, now)
    return { ...value, params, chosen: isChosen(facet, value.value, params, filter) }
  })
  // What is chosen stays in sight wherever it stands.
  const shown = choices.filter(({ chosen }, place) => place < SHOWN || chosen)
  const rest = choices.filter((choice) => !shown.includes(choice))
  const list = (some: typeof choices) => (
    <ul className="choices">
      {some.map(({ value, names, count, params, chosen }) => {
        return (
          <li key={value}>
            <Link
              href={deskLink({ ...filter, ...(chosen ? without(facet, value, filter) : params) })}
              prefetch={false}
              {...(chosen ? { 'aria-current': 'true' as const } : {})}
            >
              <bdi>{choiceLabel(i18n, facet, value, names)}</bdi>
              <span>{i18n.number(count)}</span>
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

function isChosen(facet: FacetName, value: string, params: ArticleFilter, filter: ArticleFilter): boolean {
  if (facet !== 'date') return chosenValues(filter[facet]).includes(value)
  return FACETS.date.every((name) => params[name] === filter[name])
}

/** The parameters that are left when one choice of several is taken away. */
function without(facet: FacetName, value: string, filter: ArticleFilter): ArticleFilter {
  if (facet === 'date') return { from: undefined, to: undefined }
  const { all, none } = readChoices(filter[facet])
  return { [facet]: writeChoices({ all: all.map((group) => group.filter((other) => other !== value)), none }) }
}

function paramsOf(facet: FacetName, value: string, now: Date): ArticleFilter {
  if (facet !== 'date') return { [facet]: value }
  return { from: firstDay(value as PeriodName, now, env().DESK_TIME_ZONE), to: undefined }
}
