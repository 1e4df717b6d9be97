import Link from 'next/link'
import { choiceLabel } from '#app/(desk)/desk/_components/choice-label.ts'
import { FACETS, type FacetName } from '#lib/articles/count-facets.ts'
import type { FilterNames } from '#lib/articles/name-filter.ts'
import { deskLink } from '#lib/core/desk-link.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { nameIn } from '#lib/i18n/name-in.ts'

type Chip = { key: string; group: string; label: string; without: Partial<ArticleFilter> }

/** What the list is narrowed by, each to be taken away with one click. */
export function ChosenFilters({ filter, names, i18n }: { filter: ArticleFilter; names: FilterNames; i18n: I18n }) {
  const chips = chipsOf(filter, names, i18n)
  if (chips.length === 0) return null
  const { t } = i18n
  return (
    <ul aria-label={t('desk.facets.chosen')} className="mt-3 flex flex-wrap items-center gap-2">
      {chips.map(({ key, group, label, without }) => (
        <li key={key}>
          <Link
            href={deskLink({ ...filter, ...without })}
            prefetch={false}
            aria-label={t('desk.facets.remove', { name: `${group}: ${label}` })}
            className="inline-flex min-h-7 items-center gap-1.5 rounded-full bg-accent-soft px-3 text-sm text-accent hover:underline"
          >
            <span>{group}:</span>
            <bdi className="font-semibold">{label}</bdi>
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

function chipsOf(filter: ArticleFilter, names: FilterNames, i18n: I18n): Chip[] {
  const { t } = i18n
  const chips: Chip[] = []
  const add = (key: string, group: string, label: string, params: readonly (keyof ArticleFilter)[]) =>
    chips.push({ key, group, label, without: Object.fromEntries(params.map((param) => [param, undefined])) })
  if (filter.q) add('q', t('desk.search.submit'), filter.q, ['q'])
  for (const facet of Object.keys(FACETS) as FacetName[]) {
    const group = t(`desk.facets.${facet}`)
    if (facet === 'date') {
      if (filter.from || filter.to) add('date', group, periodLabel(filter, i18n), FACETS.date)
      continue
    }
    const value = filter[facet]
    const name =
      facet === 'source' || facet === 'topic' || facet === 'entity' || facet === 'assignee' ? names[facet] : undefined
    if (value) add(facet, group, choiceLabel(i18n, facet, value, name), FACETS[facet])
  }
  for (const name of ['batch', 'story'] as const) {
    const known = names[name]
    if (filter[name])
      add(name, t(`desk.facets.${name}`), (known && nameIn(i18n.locale, known).text) || t('desk.unnamed'), [name])
  }
  if (filter.agency) add('agency', t('desk.facets.agency'), i18n.agencyName(filter.agency), ['agency'])
  if (filter.text)
    add('text', t('desk.facets.text'), t(filter.text === 'first' ? 'desk.facets.textFirst' : 'desk.facets.textCopy'), [
      'text',
    ])
  if (filter.tags) add('tags', t('desk.facets.tags'), t('desk.facets.tagsAccepted'), ['tags'])
  return chips
}

function periodLabel({ from, to }: ArticleFilter, i18n: I18n): string {
  // Noon in UTC is the same calendar day in every zone a desk may have.
  const day = (iso: string) => i18n.day(new Date(`${iso}T12:00:00Z`))
  if (from && to) return from === to ? day(from) : i18n.t('desk.facets.between', { from: day(from), to: day(to) })
  return from ? i18n.t('desk.facets.since', { day: day(from) }) : i18n.t('desk.facets.until', { day: day(to ?? '') })
}
