import { deskLink } from '#lib/core/desk-link.ts'
import { nameOf } from '#lib/dashboards/name-of.ts'
import type { Scope } from '#lib/dashboards/scope.ts'
import type { SourceOriginality } from '#lib/dashboards/source-originality.ts'
import { count, measure, share, type Table, words } from '#lib/dashboards/table.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

export const sourceName = ({ locale, t }: I18n, row: SourceOriginality): string =>
  row.sourceId ? nameOf(locale, row) : t('dashboards.unknownSource')

/** A row for each source. */
export function sourcesTable(i18n: I18n, scope: Scope, rows: SourceOriginality[]): Table {
  const { t } = i18n
  return {
    columns: [
      { label: t('dashboards.sources.source'), numeric: false },
      { label: t('dashboards.articles'), numeric: true },
      { label: t('dashboards.sources.first'), numeric: true },
      { label: t('dashboards.sources.copies'), numeric: true },
      { label: t('dashboards.sources.originality'), numeric: true },
      { label: t('dashboards.sources.delayHours'), numeric: true },
      { label: t('dashboards.sources.compared'), numeric: true },
    ],
    rows: rows.map((row) => {
      const link = { ...scope, source: row.sourceId ?? 'none' }
      return [
        words(sourceName(i18n, row), deskLink(link)),
        count(i18n, row.articles, deskLink(link)),
        count(i18n, row.first, deskLink({ ...link, text: 'first' })),
        count(i18n, row.copies, deskLink({ ...link, text: 'copy' })),
        share(i18n, row.first, row.articles),
        measure(i18n, row.delayHours),
        count(i18n, row.compared),
      ]
    }),
  }
}
