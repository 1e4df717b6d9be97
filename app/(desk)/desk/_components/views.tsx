import Link from 'next/link'
import { deskLink } from '#lib/core/desk-link.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

const KEYS = { all: '1', open: '2', mine: '3', overdue: '4' } as const

const OVERDUE = 'overdue'

/** The filters an editor comes back to, each one key away. They keep what else was asked for. */
export function Views({ filter, userId, i18n: { t } }: { filter: ArticleFilter; userId: string; i18n: I18n }) {
  const { state, assignee, has, ...rest } = filter
  const others = has === OVERDUE ? undefined : has
  const views = {
    all: { has: others },
    open: { state: 'open', has: others },
    mine: { state: 'open', assignee: userId, has: others },
    overdue: { has: OVERDUE },
  } as const
  return (
    <nav aria-label={t('desk.views.label')} className="flex flex-wrap gap-1">
      {(['all', 'open', 'mine', 'overdue'] as const).map((name) => {
        const view: ArticleFilter = views[name]
        const here = view.state === state && view.assignee === assignee && view.has === has
        return (
          <Link
            key={name}
            href={deskLink({ ...rest, ...view })}
            prefetch={false}
            aria-keyshortcuts={KEYS[name]}
            {...(here ? { 'aria-current': 'page' as const } : {})}
            className={`inline-flex min-h-8 items-center rounded-md px-3 ${here ? 'bg-accent-soft font-semibold text-accent' : 'hover:bg-raised'}`}
          >
            {t(`desk.views.${name}`)}
          </Link>
        )
      })}
    </nav>
  )
}
