import type { ReactNode } from 'react'
import { ChartFigure } from '#components/charts/chart-figure.tsx'
import { Panel } from '#components/ui/page.tsx'
import { deskLink } from '#lib/core/desk-link.ts'
import type { Question } from '#lib/dashboards/questions.ts'
import type { Scope } from '#lib/dashboards/scope.ts'
import type { Table } from '#lib/dashboards/table.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

/** What every panel is drawn with: the reader's language, and which articles are counted. */
export type Drawn = { i18n: I18n; scope: Scope }

/** One question of the dashboards: its drawing, or why there is none; its numbers; its file. */
export function QuestionPanel({
  i18n: { t },
  scope,
  question,
  title,
  about,
  table,
  empty,
  wide = false,
  children,
}: Drawn & {
  question: Question
  title: string
  about: string
  table: Table
  empty?: string
  wide?: boolean
  children: ReactNode
}) {
  const query = deskLink(scope).slice('/desk'.length)
  return (
    <Panel title={title} className={`min-w-0 ${wide ? 'lg:col-span-2' : ''}`}>
      {table.rows.length === 0 && empty ? (
        <p className="py-4 text-muted">{empty}</p>
      ) : (
        <ChartFigure
          title={title}
          about={about}
          table={table}
          csvHref={`/api/exports/dashboards/${question}${query}`}
          words={{ numbers: t('dashboards.numbers'), csv: t('dashboards.csv') }}
        >
          {children}
        </ChartFigure>
      )}
    </Panel>
  )
}
