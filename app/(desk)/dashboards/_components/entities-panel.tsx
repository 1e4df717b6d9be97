import { type Drawn, QuestionPanel } from '#app/(desk)/dashboards/_components/question-panel.tsx'
import { BarList } from '#components/charts/bar-list.tsx'
import { dayText } from '#lib/dashboards/day-text.ts'
import type { EntityChange } from '#lib/dashboards/entities-rising.ts'
import { entitiesTable } from '#lib/dashboards/entities-table.ts'
import { tagLink } from '#lib/dashboards/figure-link.ts'
import { nameOf } from '#lib/dashboards/name-of.ts'
import { periodBefore } from '#lib/dashboards/period.ts'

/** Two lists on one scale: solid is what is now, pale what is missing from before. */
export function EntitiesPanel({ i18n, scope, rows }: Drawn & { rows: EntityChange[] }) {
  const { t } = i18n
  const before = periodBefore(scope)
  const top = Math.max(1, ...rows.map((row) => Math.max(row.articles, row.before)))
  const bars = (changed: EntityChange[]) =>
    changed.map((row) => ({
      key: row.entityId,
      label: nameOf(i18n.locale, row),
      value: Math.max(row.articles, row.before),
      part: row.articles,
      text: i18n.format.number(row.articles - row.before, { signDisplay: 'exceptZero' }),
      note: t('dashboards.entities.row', { now: row.articles, before: row.before }),
      title: t('dashboards.entities.row', { now: row.articles, before: row.before }),
      href:
        row.articles > 0
          ? tagLink(scope, 'entity', row.entityId)
          : tagLink(scope, 'entity', row.entityId, periodBefore(scope)),
    }))
  const lists = [
    ['rising', bars(rows.filter((row) => row.articles > row.before)), 'noneRising'],
    ['falling', bars(rows.filter((row) => row.articles < row.before).reverse()), 'noneFalling'],
  ] as const
  return (
    <QuestionPanel
      i18n={i18n}
      scope={scope}
      question="entities-rising"
      title={t('dashboards.entities.title')}
      about={t('dashboards.entities.about', {
        from: dayText(i18n, scope.from),
        to: dayText(i18n, scope.to),
        beforeFrom: dayText(i18n, before.from),
        beforeTo: dayText(i18n, before.to),
      })}
      table={entitiesTable(i18n, scope, rows)}
      wide
    >
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {lists.map(([list, drawn, none]) => (
          <section key={list} className="min-w-0">
            <h3 className="mb-1 font-semibold">{t(`dashboards.entities.${list}`)}</h3>
            {drawn.length > 0 ? (
              <BarList label={t(`dashboards.entities.${list}`)} bars={drawn} top={top} dir={i18n.dir} />
            ) : (
              <p className="text-muted">{t(`dashboards.entities.${none}`)}</p>
            )}
          </section>
        ))}
      </div>
    </QuestionPanel>
  )
}
