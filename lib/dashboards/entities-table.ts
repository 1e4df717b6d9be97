import type { EntityChange } from '#lib/dashboards/entities-rising.ts'
import { tagLink } from '#lib/dashboards/figure-link.ts'
import { nameOf } from '#lib/dashboards/name-of.ts'
import { periodBefore } from '#lib/dashboards/period.ts'
import type { Scope } from '#lib/dashboards/scope.ts'
import { count, type Table, words } from '#lib/dashboards/table.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

/** A row for each entity, rising first. */
export function entitiesTable(i18n: I18n, scope: Scope, rows: EntityChange[]): Table {
  const { t } = i18n
  return {
    columns: [
      { label: t('dashboards.entities.entity'), numeric: false },
      { label: t('dashboards.entities.kind'), numeric: false },
      { label: t('dashboards.entities.now'), numeric: true },
      { label: t('dashboards.entities.before'), numeric: true },
      { label: t('dashboards.entities.change'), numeric: true },
    ],
    rows: rows.map((row) => {
      const link = tagLink(scope, 'entity', row.entityId)
      const change = row.articles - row.before
      return [
        words(nameOf(i18n.locale, row), row.articles > 0 ? link : undefined),
        words(t(`dashboards.entities.${row.kind}`)),
        count(i18n, row.articles, link),
        count(i18n, row.before, tagLink(scope, 'entity', row.entityId, periodBefore(scope))),
        { text: i18n.format.number(change, { signDisplay: 'exceptZero' }), value: change },
      ]
    }),
  }
}
