import Link from 'next/link'
import { rowId } from '#app/(desk)/desk/_components/row-id.ts'
import { ArticleTitle } from '#components/article/article-title.tsx'
import { DueBadge } from '#components/article/due-badge.tsx'
import { SourceLine } from '#components/article/source-line.tsx'
import { StateBadge } from '#components/article/state-badge.tsx'
import type { DeskRow } from '#lib/articles/list-desk.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

type Props = { row: DeskRow; href: string; isRead: boolean; i18n: I18n }

/** A row of the desk beside the article that is read: its name, and whether somebody has been here. */
export function NarrowRow({ row: { lead, articleCount }, href, isRead, i18n }: Props) {
  const { t } = i18n
  const muted = lead.state === 'archived' || lead.state === 'done'
  return (
    <li
      id={rowId(lead.id)}
      data-item=""
      {...(isRead ? { 'data-current': '' } : {})}
      className="border-s-4 border-s-transparent px-2 py-1.5 hover:bg-raised data-current:border-s-accent data-current:bg-raised"
    >
      <Link
        href={href}
        replace
        scroll={false}
        prefetch={false}
        data-item-link=""
        className={`line-clamp-2 leading-6 font-semibold hover:underline ${muted ? 'text-muted' : ''}`}
      >
        <ArticleTitle article={lead} i18n={i18n} />
      </Link>
      <div className="flex flex-wrap items-center gap-x-2">
        <SourceLine article={lead} i18n={i18n} />
        {lead.state !== 'new' && <StateBadge state={lead.state} i18n={i18n} />}
        <DueBadge article={lead} i18n={i18n} />
        {lead.flags.length > 0 && (
          <span title={t('flags.label')} className="text-sm text-doubt">
            <span aria-hidden="true">⚠</span>
            <span className="sr-only">{t('flags.label')}: </span>
            {i18n.number(lead.flags.length)}
          </span>
        )}
        {articleCount > 1 && (
          <span className="text-sm text-muted">{t('article.story.others', { count: articleCount - 1 })}</span>
        )}
      </div>
    </li>
  )
}
