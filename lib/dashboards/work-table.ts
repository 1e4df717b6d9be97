import { deskLink } from '#lib/core/desk-link.ts'
import type { DeskWork } from '#lib/dashboards/desk-work.ts'
import { anyAcceptedLink } from '#lib/dashboards/figure-link.ts'
import type { Scope } from '#lib/dashboards/scope.ts'
import { count, measure, type Table, words } from '#lib/dashboards/table.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

export const workerName = ({ t }: I18n, { scope, name }: DeskWork): string =>
  scope === 'person' ? (name ?? t('dashboards.work.formerUser')) : t(`dashboards.work.${scope}`)

/** The articles a row of the desk's work counts. */
export const workFilter = (scope: Scope, row: DeskWork): ArticleFilter =>
  row.scope === 'everybody' ? scope : { ...scope, assignee: row.userId ?? 'none' }

/** The whole desk, what nobody has, and a row for each person. */
export function workTable(i18n: I18n, scope: Scope, rows: DeskWork[]): Table {
  const { t } = i18n
  const numeric = ['waiting', 'working', 'done', 'archived', 'tagged', 'decided', 'toDecisionHours'] as const
  return {
    columns: [
      { label: t('dashboards.work.person'), numeric: false },
      ...numeric.map((name) => ({ label: t(`dashboards.work.${name}`), numeric: true })),
    ],
    rows: rows.map((row) => {
      const link = workFilter(scope, row)
      return [
        words(workerName(i18n, row)),
        count(i18n, row.waiting, deskLink({ ...link, state: 'new' })),
        count(i18n, row.working, deskLink({ ...link, state: 'working' })),
        count(i18n, row.done, deskLink({ ...link, state: 'done' })),
        count(i18n, row.archived, deskLink({ ...link, state: 'archived' })),
        count(i18n, row.tagged, anyAcceptedLink(link)),
        count(i18n, row.decided),
        measure(i18n, row.decisionHours),
      ]
    }),
  }
}
