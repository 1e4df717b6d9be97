import { type Drawn, QuestionPanel } from '#app/(desk)/dashboards/_components/question-panel.tsx'
import { BarList } from '#components/charts/bar-list.tsx'
import type { QualityCount } from '#lib/dashboards/data-quality.ts'
import { measureLink, measureName, qualityTable } from '#lib/dashboards/quality-table.ts'

/** Shares of a whole, each on a line that is the whole; then the doubts by kind, on a scale of their own. */
export function QualityPanel({ i18n, scope, rows }: Drawn & { rows: QualityCount[] }) {
  const { t } = i18n
  const bar = (row: QualityCount) => ({
    key: `${row.measure} ${row.flag}`,
    label: measureName(i18n, row),
    text: i18n.number(row.count),
    title: t('dashboards.quality.row', { count: row.count, of: row.of, share: share(row) }),
    href: row.count > 0 ? measureLink(scope, row) : undefined,
  })
  const share = ({ count, of }: QualityCount) => i18n.percent(of > 0 ? count / of : 0)
  const doubts = rows.filter(({ measure }) => measure === 'flag')
  const shares = rows.filter(({ measure }) => measure !== 'flag')
  return (
    <QuestionPanel
      i18n={i18n}
      scope={scope}
      question="data-quality"
      title={t('dashboards.quality.title')}
      about={t('dashboards.quality.about')}
      table={qualityTable(i18n, scope, rows)}
    >
      <h3 className="mb-1 font-semibold">{t('dashboards.quality.shares')}</h3>
      <BarList
        label={t('dashboards.quality.shares')}
        dir={i18n.dir}
        top={1}
        bars={shares.map((row) => ({
          ...bar(row),
          value: row.of > 0 ? row.count / row.of : 0,
          note: `${share(row)} · ${t('dashboards.quality.of')} ${i18n.number(row.of)}`,
        }))}
      />
      <h3 className="mt-4 mb-1 font-semibold">{t('dashboards.quality.byKind')}</h3>
      {doubts.length > 0 ? (
        <BarList
          label={t('dashboards.quality.byKind')}
          dir={i18n.dir}
          bars={doubts.map((row) => ({ ...bar(row), value: row.count }))}
        />
      ) : (
        <p className="text-muted">{t('dashboards.quality.noFlags')}</p>
      )}
    </QuestionPanel>
  )
}
