import Link from 'next/link'
import { resolveAction } from '#app/(desk)/articles/actions.ts'
import { LabelBadge } from '#components/article/label-badge.tsx'
import { Quoted } from '#components/article/quoted.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import type { FoundNote } from '#lib/annotate/search-annotations.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { directionOf } from '#lib/text/direction.ts'

const SHOWN = 200

/** A note in the list of all: what it stands on, what it says, and the way to its place. */
export function NoteLine({ note, i18n }: { note: FoundNote; i18n: I18n }) {
  const { t } = i18n
  const { article, label, replies } = note
  const quote = note.exact.length > SHOWN ? `${note.exact.slice(0, SHOWN)}…` : note.exact
  const language = article.language === 'und' ? {} : { lang: article.language }
  return (
    <li className="grid gap-x-4 gap-y-1 p-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="text-sm text-muted">
          <Link
            href={`/articles/${article.id}`}
            className="hover:underline"
            {...language}
            dir={directionOf(article.language)}
          >
            <bdi>{article.title ?? t('annotations.all.noTitle')}</bdi>
          </Link>
        </p>
        <Link
          href={`/articles/${article.id}#note-${note.id}`}
          className="my-1 block border-s-4 border-note ps-2 hover:underline"
        >
          <Quoted text={quote} language={article.language} />
        </Link>
        {note.body && (
          <p dir="auto" className="break-words whitespace-pre-wrap">
            {note.body}
          </p>
        )}
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
          {label && <LabelBadge label={label} locale={i18n.locale} />}
          {note.unplacedAt && <Badge tone="doubt">{t('annotations.unplaced')}</Badge>}
          {note.resolvedAt && <Badge tone="good">{t('annotations.resolved')}</Badge>}
          <bdi>{note.user?.name ?? t('annotations.somebody')}</bdi>
          <time dateTime={note.createdAt.toISOString()}>{i18n.minute(note.createdAt)}</time>
          {replies.length > 0 && <span>{t('annotations.all.replies', { count: replies.length })}</span>}
        </p>
      </div>
      <form action={resolveAction}>
        <input type="hidden" name="annotationId" value={note.id} />
        <input type="hidden" name="resolved" value={String(!note.resolvedAt)} />
        <Button small aria-label={`${t(note.resolvedAt ? 'annotations.reopen' : 'annotations.resolve')}: ${quote}`}>
          {t(note.resolvedAt ? 'annotations.reopen' : 'annotations.resolve')}
        </Button>
      </form>
    </li>
  )
}
