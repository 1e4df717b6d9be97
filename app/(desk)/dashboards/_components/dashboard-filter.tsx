import type { Drawn } from '#app/(desk)/dashboards/_components/question-panel.tsx'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { Field, Input, Select } from '#components/ui/field.tsx'
import { env } from '#lib/core/env.ts'
import type { CountryCoverage } from '#lib/dashboards/country-coverage.ts'
import type { EntityChange } from '#lib/dashboards/entities-rising.ts'
import { nameOf, topicName } from '#lib/dashboards/name-of.ts'
import { addDays, PERIOD_DAYS } from '#lib/dashboards/period.ts'
import type { SourceOriginality } from '#lib/dashboards/source-originality.ts'
import { sourceName } from '#lib/dashboards/sources-table.ts'
import type { TopicDay } from '#lib/dashboards/topics-over-time.ts'
import type { FilterLabel } from '#lib/search/filter-labels.ts'

type Choices = {
  topics: TopicDay[]
  sources: SourceOriginality[]
  countries: CountryCoverage[]
  entities: EntityChange[]
}

const CHOSEN_HERE = ['topic', 'source', 'country', 'entity', 'from', 'to', 'tsquery']

/**
 * The period and the filters, as a plain form and links: all of it is in the URL. What can be chosen is what the
 * dashboards below show; the rest of the desk's filters come along from the desk and can be taken off (FilterChips).
 */
export function DashboardFilter({ i18n, scope, labels, choices }: Drawn & { labels: FilterLabel[]; choices: Choices }) {
  const { t, locale } = i18n
  const others = Object.entries(scope).filter(([name, value]) => value && !CHOSEN_HERE.includes(name))
  const topics = new Map(choices.topics.map((row) => [row.topicId, topicName(locale, row)]))
  const selects = [
    ['topic', [...topics]],
    ['source', choices.sources.map((row) => [row.sourceId ?? 'none', sourceName(i18n, row)] as const)],
    ['country', choices.countries.map(({ country }) => [country, i18n.countryName(country)] as const)],
    ['entity', choices.entities.map((row) => [row.entityId, nameOf(locale, row)] as const)],
  ] as const
  return (
    <form action="/dashboards" className="mb-3 grid gap-3 rounded-lg border border-edge bg-surface p-4">
      <fieldset className="flex flex-wrap items-end gap-3">
        <legend className="sr-only">{t('dashboards.period')}</legend>
        <div className="flex flex-wrap gap-2">
          {PERIOD_DAYS.map((days) => {
            const isShown = scope.from === addDays(scope.to, 1 - days)
            return (
              <a
                key={days}
                href={periodLink(days)}
                aria-keyshortcuts={String(days)[0]}
                {...(isShown ? { 'aria-current': 'true' as const } : {})}
                className={buttonClass(isShown ? 'primary' : 'plain')}
              >
                {t('dashboards.lastDays', { days })}
              </a>
            )
          })}
        </div>
        <div className="grid grid-cols-2 gap-3 max-sm:w-full">
          <Field label={t('dashboards.from')}>
            <Input type="date" name="from" defaultValue={scope.from} required />
          </Field>
          <Field label={t('dashboards.to')}>
            <Input type="date" name="to" defaultValue={scope.to} required />
          </Field>
        </div>
      </fieldset>
      <div className="grid grid-cols-2 items-end gap-3 md:grid-cols-5">
        {selects.map(([name, options]) => (
          <Field key={name} label={t(`dashboards.filter.${name}`)}>
            <Select name={name} defaultValue={scope[name] ?? ''}>
              <option value="">{t('dashboards.any')}</option>
              {scope[name] && !options.some(([value]) => value === scope[name]) && (
                <option value={scope[name]}>{labels.find(({ params }) => params.includes(name))?.value}</option>
              )}
              {options.map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
        ))}
        {others.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button look="primary" className="max-md:col-span-2" hotkey="f">
          {t('dashboards.show')}
        </Button>
      </div>
      <p className="text-sm text-muted">{t('dashboards.longest', { zone: env().DESK_TIME_ZONE })}</p>
    </form>
  )

  function periodLink(days: number): string {
    const params = new URLSearchParams({ days: String(days) })
    for (const [name, value] of Object.entries(scope))
      if (value && !['from', 'to', 'tsquery'].includes(name)) params.set(name, value)
    return `/dashboards?${params}`
  }
}
