import type { FlagKind } from '#lib/core/article.ts'
import { deskLink } from '#lib/core/desk-link.ts'
import type { QualityCount } from '#lib/dashboards/data-quality.ts'
import type { Scope } from '#lib/dashboards/scope.ts'
import { count, share, type Table, words } from '#lib/dashboards/table.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

const MEASURES = {
  flagged: 'flagged',
  copies: 'copies',
  'source-unknown': 'sourceUnknown',
  unreadable: 'unreadable',
  already: 'already',
  'batches-with-failures': 'batchesWithFailures',
} as const

export function measureName({ t }: I18n, row: QualityCount): string {
  if (row.measure !== 'flag') return t(`dashboards.quality.${MEASURES[row.measure]}`)
  const key = `flags.name.${row.flag}` as 'flags.name.truncated'
  return t.has(key) ? t(key) : (row.flag ?? '')
}

/** The list behind a measure. Documents and batches are no articles, and «any doubt» is no filter of the desk. */
export function measureLink(scope: Scope, row: QualityCount): string | undefined {
  if (row.measure === 'flag') {
    // The desk asks for one kind of doubt at a time: beside a filter by another, this figure has no list.
    if (scope.flag && scope.flag !== row.flag) return undefined
    return deskLink({ ...scope, flag: row.flag as FlagKind })
  }
  if (row.measure === 'copies') return deskLink({ ...scope, text: 'copy' })
  if (row.measure === 'source-unknown') return deskLink({ ...scope, source: 'none' })
  return undefined
}

/** A row for each measure, then for each kind of doubt. */
export function qualityTable(i18n: I18n, scope: Scope, rows: QualityCount[]): Table {
  const { t } = i18n
  return {
    columns: [
      { label: t('dashboards.quality.measure'), numeric: false },
      { label: t('dashboards.quality.count'), numeric: true },
      { label: t('dashboards.quality.of'), numeric: true },
      { label: t('dashboards.share'), numeric: true },
    ],
    rows: rows.map((row) => [
      words(measureName(i18n, row)),
      count(i18n, row.count, measureLink(scope, row)),
      count(i18n, row.of),
      share(i18n, row.count, row.of),
    ]),
  }
}
