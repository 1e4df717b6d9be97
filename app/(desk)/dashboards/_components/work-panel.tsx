import { type Drawn, QuestionPanel } from '#app/(desk)/dashboards/_components/question-panel.tsx'
import { BarList } from '#components/charts/bar-list.tsx'
import { ShareBar } from '#components/charts/share-bar.tsx'
import { deskLink } from '#lib/core/desk-link.ts'
import type { DeskWork } from '#lib/dashboards/desk-work.ts'
import { durationText } from '#lib/dashboards/duration-text.ts'
import { anyAcceptedLink } from '#lib/dashboards/figure-link.ts'
import { workerName, workTable } from '#lib/dashboards/work-table.ts'

/** In the order an article goes through them, what waits most solid. */
const STATES = [
  ['waiting', 'new'],
  ['working', 'working'],
  ['done', 'done'],
  ['archived', 'archived'],
] as const

/** Where the articles stand; how long they waited; and who decided on how many. */
export function WorkPanel({ i18n, scope, rows }: Drawn & { rows: DeskWork[] }) {
  const { t } = i18n
  const desk = rows.find((row) => row.scope === 'everybody')
  const people = rows.filter((row) => row.scope === 'person' && row.decided > 0)
  const tagged = desk && desk.tagged > 0 ? anyAcceptedLink(scope) : undefined
  const time = (hours: number | null) => (hours === null ? t('dashboards.work.noDecision') : durationText(i18n, hours))
  return (
    <QuestionPanel
      i18n={i18n}
      scope={scope}
      question="desk-work"
      title={t('dashboards.work.title')}
      about={t('dashboards.work.about')}
      table={workTable(i18n, scope, rows)}
    >
      {desk && (
        <>
          <ShareBar
            title={t('dashboards.work.title')}
            dir={i18n.dir}
            shares={STATES.map(([name, state]) => ({
              key: state,
              label: t(`dashboards.work.${name}`),
              value: desk[name],
              text: i18n.number(desk[name]),
              href: desk[name] > 0 ? deskLink({ ...scope, state }) : undefined,
            }))}
          />
          <dl className="my-4 grid grid-cols-2 gap-4">
            <div>
              <dt className="text-sm text-muted">{t('dashboards.work.tagged')}</dt>
              <dd className="text-xl font-semibold tabular-nums">
                {tagged ? (
                  <a href={tagged} className="text-accent underline">
                    {i18n.number(desk.tagged)}
                  </a>
                ) : (
                  i18n.number(desk.tagged)
                )}
              </dd>
            </div>
            <div>
              <dt className="text-sm text-muted">{t('dashboards.work.toDecision')}</dt>
              <dd className="text-xl font-semibold">{time(desk.decisionHours)}</dd>
            </div>
          </dl>
        </>
      )}
      {people.length > 0 && (
        <>
          <h3 className="mb-1 font-semibold">{t('dashboards.work.decided')}</h3>
          <BarList
            label={t('dashboards.work.decided')}
            dir={i18n.dir}
            bars={people.slice(0, 12).map((row) => ({
              key: row.userId ?? '',
              label: workerName(i18n, row),
              value: row.decided,
              text: i18n.number(row.decided),
              note: time(row.decisionHours),
              title: `${t('dashboards.work.decided')}: ${i18n.number(row.decided)}`,
            }))}
          />
        </>
      )}
    </QuestionPanel>
  )
}
