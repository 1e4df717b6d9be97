import { dayText } from '#lib/dashboards/day-text.ts'
import { acceptedLink, tagLink } from '#lib/dashboards/figure-link.ts'
import { topicName } from '#lib/dashboards/name-of.ts'
import type { Scope } from '#lib/dashboards/scope.ts'
import { count, type Table, words } from '#lib/dashboards/table.ts'
import type { TopicDay } from '#lib/dashboards/topics-over-time.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

/** A row for each topic and day with articles. */
export function topicsTable(i18n: I18n, scope: Scope, rows: TopicDay[]): Table {
  const { t } = i18n
  return {
    columns: [
      { label: t('dashboards.topics.topic'), numeric: false },
      { label: t('dashboards.day'), numeric: false },
      { label: t('dashboards.articles'), numeric: true },
      { label: t('dashboards.accepted'), numeric: true },
    ],
    rows: rows.map((row) => {
      const day = { from: row.day, to: row.day }
      return [
        words(topicName(i18n.locale, row), tagLink(scope, 'topic', row.topicId)),
        { text: dayText(i18n, row.day), value: row.day },
        count(i18n, row.articles, tagLink(scope, 'topic', row.topicId, day)),
        count(i18n, row.accepted, acceptedLink(scope, 'topic', row.topicId, day)),
      ]
    }),
  }
}
