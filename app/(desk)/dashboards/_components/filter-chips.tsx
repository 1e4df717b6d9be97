import type { Drawn } from '#app/(desk)/dashboards/_components/question-panel.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { deskLink } from '#lib/core/desk-link.ts'
import { dayText } from '#lib/dashboards/day-text.ts'
import type { Scope } from '#lib/dashboards/scope.ts'
import type { FilterLabel } from '#lib/search/filter-labels.ts'

const dashboardLink = (scope: Scope) => deskLink(scope).replace('/desk', '/dashboards')

/** What is counted, in a sentence; what narrows it, each with a way to take it off; and the same list on the desk. */
export function FilterChips({ i18n, scope, labels, articles }: Drawn & { labels: FilterLabel[]; articles: number }) {
  const { t } = i18n
  // The period has both ends always: it is changed, not taken off.
  const asked = labels.filter(({ params }) => !params.includes('from'))
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      <p>
        {t('dashboards.articlesIn', {
          count: articles,
          from: dayText(i18n, scope.from),
          to: dayText(i18n, scope.to),
        })}
      </p>
      {asked.length > 0 && (
        <ul className="flex flex-wrap items-center gap-2" aria-label={t('dashboards.narrowed')}>
          {asked.map(({ params, field, value }) => {
            const chip = `${field}: ${value}`
            const without = Object.fromEntries(params.map((param) => [param, undefined]))
            return (
              <li key={params.join()}>
                <a
                  href={dashboardLink({ ...scope, ...without })}
                  aria-label={t('dashboards.removeFilter', { name: chip })}
                  className="inline-flex min-h-7 items-center gap-1.5 rounded-md bg-accent-soft px-2 text-sm text-accent"
                >
                  <bdi>{chip}</bdi>
                  <span aria-hidden="true">×</span>
                </a>
              </li>
            )
          })}
          <li>
            <a href={dashboardLink({ from: scope.from, to: scope.to })} className="text-sm text-accent underline">
              {t('dashboards.clear')}
            </a>
          </li>
        </ul>
      )}
      <a href={deskLink(scope)} aria-keyshortcuts="o" className={`${buttonClass('quiet', true)} ms-auto`}>
        {t('dashboards.onDesk')}
      </a>
    </div>
  )
}
