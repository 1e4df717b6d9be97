import Link from 'next/link'
import { BULK_FORM } from '#app/(desk)/desk/_components/bulk-bar.tsx'
import { Folded } from '#app/(desk)/desk/_components/folded.tsx'
import { RowActions } from '#app/(desk)/desk/_components/row-actions.tsx'
import { rowId } from '#app/(desk)/desk/_components/row-id.ts'
import { ArticleTitle } from '#components/article/article-title.tsx'
import { DueBadge } from '#components/article/due-badge.tsx'
import { FlagBadges } from '#components/article/flag-badges.tsx'
import { Marked } from '#components/article/marked.tsx'
import { SourceLine } from '#components/article/source-line.tsx'
import { StateBadge } from '#components/article/state-badge.tsx'
import { TagChips } from '#components/article/tag-chips.tsx'
import { excerpt } from '#lib/articles/excerpt.ts'
import type { DeskRow } from '#lib/articles/list-desk.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { highlight } from '#lib/search/highlight.ts'
import type { Query } from '#lib/search/parse-query.ts'
import { directionOf } from '#lib/text/direction.ts'

type Props = { row: DeskRow /** Where its article is read. */; href: string; query: Query | null; i18n: I18n }

/** A story as a row of the desk: the article that leads it, and the rest folded under it. */
export function Row({ row, href, query, i18n }: Props) {
  const { lead, tags } = row
  const { t } = i18n
  const marks = (text: string) => (query ? highlight(text, query) : [])
  const title = lead.title ?? t('desk.noTitle')
  const muted = lead.state === 'archived' || lead.state === 'done'
  return (
    <li id={rowId(lead.id)} data-item="" className="desk-row border-s-transparent data-current:border-s-accent">
      <label>
        <input
          type="checkbox"
          form={BULK_FORM}
          name="articleIds[]"
          value={lead.id}
          title={t('desk.actions.selectRow')}
          aria-keyshortcuts="x"
        />
        <span className="sr-only">{t('desk.actions.select', { title })}</span>
      </label>
      <article className="min-w-0 flex-1" aria-labelledby={`title-${lead.id}`}>
        <h3 id={`title-${lead.id}`} {...(muted ? { className: 'text-muted' } : {})}>
          <Link
            href={href}
            scroll={false}
            prefetch={false}
            data-item-link=""
            title={t('desk.actions.open')}
            aria-keyshortcuts="o"
            className="hover:underline"
          >
            <ArticleTitle article={lead} i18n={i18n} spans={marks(lead.title ?? '')} />
          </Link>
        </h3>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
          <SourceLine article={lead} i18n={i18n} />
          {lead.state !== 'new' && <StateBadge state={lead.state} i18n={i18n} />}
          {lead.assigneeName && <span className="text-sm">{t('desk.assignedTo', { name: lead.assigneeName })}</span>}
          <DueBadge article={lead} i18n={i18n} />
          <FlagBadges flags={lead.flags} i18n={i18n} />
          {row.articleCount > 1 && lead.storyId && (
            <Link
              href={`/stories/${lead.storyId}`}
              prefetch={false}
              className="inline-flex min-h-6 items-center text-sm text-accent hover:underline"
            >
              {t('desk.inStory', { count: row.articleCount, sources: row.sourceCount })}
            </Link>
          )}
          {row.newestAt > lead.sortAt && (
            <span className="text-sm text-muted">{t('desk.lastCopy', { time: i18n.minute(row.newestAt) })}</span>
          )}
          <TagChips tags={tags} i18n={i18n} most={4} />
        </div>
        <div className="flex flex-wrap gap-x-4">
          <Opening lead={lead} marks={marks} />
          <Folded row={row} i18n={i18n} />
        </div>
        <RowActions row={row} i18n={i18n} />
      </article>
    </li>
  )
}

type Marks = (text: string) => { start: number; end: number }[]

/** The first line of the text, or that around the first word that was looked for. */
function Opening({ lead, marks }: { lead: DeskRow['lead']; marks: Marks }) {
  const { text, spans } = excerpt(lead.text, marks(lead.text))
  return (
    <p
      {...(lead.language === 'und' ? {} : { lang: lead.language })}
      dir={directionOf(lead.language)}
      className="min-w-40 flex-1 truncate text-sm leading-6 text-muted"
    >
      <Marked text={text} spans={spans} />
    </p>
  )
}
