import { type Drawn, QuestionPanel } from '#app/(desk)/dashboards/_components/question-panel.tsx'
import { AreaChart } from '#components/charts/area-chart.tsx'
import { TimeAxis } from '#components/charts/time-axis.tsx'
import { dayText, shortDay } from '#lib/dashboards/day-text.ts'
import { tagLink } from '#lib/dashboards/figure-link.ts'
import { topicName } from '#lib/dashboards/name-of.ts'
import { eachDay } from '#lib/dashboards/period.ts'
import type { TopicDay } from '#lib/dashboards/topics-over-time.ts'
import { topicsTable } from '#lib/dashboards/topics-table.ts'

/** Small charts, one a topic, all on one scale. */
export function TopicsPanel({ i18n, scope, rows }: Drawn & { rows: TopicDay[] }) {
  const { t } = i18n
  const days = eachDay(scope)
  const topics = Map.groupBy(rows, ({ topicId }) => topicId)
  const top = Math.max(...rows.map(({ articles }) => articles))
  return (
    <QuestionPanel
      i18n={i18n}
      scope={scope}
      question="topics-over-time"
      title={t('dashboards.topics.title')}
      about={t('dashboards.topics.about')}
      table={topicsTable(i18n, scope, rows)}
      empty={t('dashboards.topics.empty')}
      wide
    >
      <ul className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {[...topics].map(([topicId, ofTopic]) => {
          const [first] = ofTopic
          if (!first) return null
          const articles = ofTopic.reduce((sum, row) => sum + row.articles, 0)
          const accepted = ofTopic.reduce((sum, row) => sum + row.accepted, 0)
          const figures = t('dashboards.topics.row', { articles, accepted })
          const peak = ofTopic.reduce((a, b) => (b.articles > a.articles ? b : a))
          return (
            <li key={topicId} className="min-w-0">
              <a href={tagLink(scope, 'topic', topicId)} className="group flex items-baseline justify-between gap-3">
                <bdi className="min-w-0 truncate group-hover:underline">{topicName(i18n.locale, first)}</bdi>
                <span className="shrink-0 text-sm text-accent tabular-nums">{figures}</span>
              </a>
              <AreaChart
                title={topicName(i18n.locale, first)}
                description={`${figures}. ${t('dashboards.topics.peak', { count: peak.articles, day: dayText(i18n, peak.day) })}`}
                points={points(ofTopic)}
                top={top}
                dir={i18n.dir}
              />
              <TimeAxis from={shortDay(i18n, scope.from)} to={shortDay(i18n, scope.to)} />
            </li>
          )
        })}
      </ul>
    </QuestionPanel>
  )

  function points(ofTopic: TopicDay[]) {
    const byDay = new Map(ofTopic.map((row) => [row.day, row]))
    return days.map((day) => {
      const row = byDay.get(day)
      const figures = t('dashboards.topics.row', { articles: row?.articles ?? 0, accepted: row?.accepted ?? 0 })
      return {
        key: day,
        value: row?.articles ?? 0,
        part: row?.accepted ?? 0,
        label: `${dayText(i18n, day)}: ${figures}`,
        href: row && tagLink(scope, 'topic', row.topicId, { from: day, to: day }),
      }
    })
  }
}
