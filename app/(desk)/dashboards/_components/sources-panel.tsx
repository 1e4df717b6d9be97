import { type Drawn, QuestionPanel } from '#app/(desk)/dashboards/_components/question-panel.tsx'
import { BarList } from '#components/charts/bar-list.tsx'
import { deskLink } from '#lib/core/desk-link.ts'
import { durationText } from '#lib/dashboards/duration-text.ts'
import type { SourceOriginality } from '#lib/dashboards/source-originality.ts'
import { sourceName, sourcesTable } from '#lib/dashboards/sources-table.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

/** Volume as the bar's length, originality as its solid part, the delay beside it. */
export function SourcesPanel({ i18n, scope, rows }: Drawn & { rows: SourceOriginality[] }) {
  const { t } = i18n
  return (
    <QuestionPanel
      i18n={i18n}
      scope={scope}
      question="source-originality"
      title={t('dashboards.sources.title')}
      about={t('dashboards.sources.about')}
      table={sourcesTable(i18n, scope, rows)}
      empty={t('dashboards.sources.empty')}
    >
      <BarList
        label={t('dashboards.sources.title')}
        dir={i18n.dir}
        bars={rows.slice(0, 12).map((row) => ({
          key: row.sourceId ?? 'none',
          label: sourceName(i18n, row),
          value: row.articles,
          part: row.first,
          text: i18n.number(row.articles),
          note: delayNote(i18n, row),
          title: t('dashboards.sources.row', { articles: row.articles, first: row.first, copies: row.copies }),
          href: deskLink({ ...scope, source: row.sourceId ?? 'none' }),
        }))}
      />
    </QuestionPanel>
  )
}

/** Under half an hour is the same moment for two newsrooms. */
function delayNote(i18n: I18n, { delayHours }: SourceOriginality): string | undefined {
  if (delayHours === null) return undefined
  if (delayHours < 0.5) return i18n.t('dashboards.sources.inTime')
  return i18n.t('dashboards.sources.behind', { time: durationText(i18n, delayHours) })
}
