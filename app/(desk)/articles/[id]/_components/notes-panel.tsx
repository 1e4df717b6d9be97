import { deleteNoteAction, importNotesAction, replyAction, resolveAction } from '#app/(desk)/articles/actions.ts'
import { LabelBadge } from '#components/article/label-badge.tsx'
import { Quoted } from '#components/article/quoted.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Fold } from '#components/ui/fold.tsx'
import { MentionBox } from '#components/ui/mention-box.tsx'
import { Panel } from '#components/ui/page.tsx'
import type { ListedAnnotation } from '#lib/annotate/list-annotations.ts'
import { newId } from '#lib/core/id.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

type Props = {
  notes: ListedAnnotation[]
  articleId: string
  language: string
  me: { id: string; isAdmin: boolean }
  /** Who may be mentioned. */
  names: readonly string[]
  i18n: I18n
}

/** The notes in the order of the text; those that lost their place last, with their quotation. */
export function NotesPanel({ notes, articleId, language, me, names, i18n }: Props) {
  const { t } = i18n
  return (
    <Panel title={`${t('annotations.title')} (${i18n.number(notes.length)})`}>
      {notes.length === 0 && <p className="text-muted">{t('annotations.none')}</p>}
      <ol className="space-y-3">
        {notes.map((note) => (
          <Note key={note.id} note={note} language={language} me={me} names={names} i18n={i18n} />
        ))}
      </ol>
      <div className="mt-3 flex flex-wrap items-start gap-x-4">
        {notes.length > 0 && (
          <a
            href={`/api/articles/${articleId}/annotations`}
            download
            className="inline-block min-h-6 text-sm text-accent hover:underline"
          >
            {t('annotations.export')}
          </a>
        )}
        <Fold summary={t('annotations.import')}>
          <form action={importNotesAction} className="flex flex-wrap items-center gap-2">
            <input type="hidden" name="articleId" value={articleId} />
            <input
              type="file"
              name="file"
              required
              accept=".json,.jsonld,application/json,application/ld+json"
              aria-label={t('annotations.importFile')}
              className="max-w-full text-sm"
            />
            <Button small>{t('annotations.import')}</Button>
          </form>
        </Fold>
      </div>
    </Panel>
  )
}

type NoteProps = { note: ListedAnnotation } & Pick<Props, 'language' | 'me' | 'names' | 'i18n'>

function Note({ note, language, me, names, i18n }: NoteProps) {
  const { t } = i18n
  const quote = note.exact.length > 140 ? `${note.exact.slice(0, 140)}…` : note.exact
  return (
    <li
      id={`note-${note.id}`}
      className={`scroll-mt-24 rounded-md border border-edge p-2.5 target:border-accent target:bg-accent-soft`}
    >
      {note.unplacedAt ? (
        <p>
          <Badge tone="doubt">{t('annotations.unplaced')}</Badge> <Quoted text={quote} language={language} />
          <span className="block text-sm text-muted">{t('annotations.unplacedWhy')}</span>
        </p>
      ) : (
        <a
          href={`#mark-${note.id}`}
          aria-label={t('annotations.goToText', { quote })}
          className="block border-s-4 border-note ps-2 text-sm hover:underline"
        >
          <Quoted text={quote} language={language} />
        </a>
      )}
      {note.body && (
        <p dir="auto" className="mt-1 break-words whitespace-pre-wrap">
          {note.body}
        </p>
      )}
      {note.label && (
        <p className="mt-1">
          <LabelBadge label={note.label} locale={i18n.locale} />
        </p>
      )}
      <p className="mt-1 text-sm text-muted">
        {t(`annotations.kind.${note.kind}`)} · <Author user={note.user} i18n={i18n} /> ·{' '}
        <time dateTime={note.createdAt.toISOString()}>{i18n.minute(note.createdAt)}</time>
        {note.resolvedAt && <> · {t('annotations.resolved')}</>}
      </p>
      {note.replies.length > 0 && (
        <ol className="mt-2 space-y-2 border-s-2 border-edge ps-3">
          {note.replies.map((reply) => (
            <li key={reply.id}>
              <p dir="auto" className="break-words whitespace-pre-wrap">
                {reply.body}
              </p>
              <p className="text-sm text-muted">
                <Author user={reply.user} i18n={i18n} /> ·{' '}
                <time dateTime={reply.createdAt.toISOString()}>{i18n.minute(reply.createdAt)}</time>
              </p>
            </li>
          ))}
        </ol>
      )}
      <div className="mt-2 flex flex-wrap items-start gap-2">
        <form action={resolveAction}>
          <input type="hidden" name="annotationId" value={note.id} />
          <input type="hidden" name="resolved" value={String(!note.resolvedAt)} />
          <Button small>{t(note.resolvedAt ? 'annotations.reopen' : 'annotations.resolve')}</Button>
        </form>
        {(note.userId === me.id || me.isAdmin) && (
          <form action={deleteNoteAction}>
            <input type="hidden" name="annotationId" value={note.id} />
            <Button small look="quiet">
              {t('annotations.delete')}
            </Button>
          </form>
        )}
        <Fold summary={t('annotations.reply')}>
          <form action={replyAction} className="space-y-2">
            <input type="hidden" name="annotationId" value={note.id} />
            <input type="hidden" name="replyId" value={newId()} />
            <MentionBox names={names} name="body" required rows={2} aria-label={t('annotations.replyBody')} />
            <Button small>{t('annotations.reply')}</Button>
          </form>
        </Fold>
      </div>
    </li>
  )
}

const Author = ({ user, i18n }: { user: { name: string } | null; i18n: I18n }) => (
  <bdi>{user?.name ?? i18n.t('annotations.somebody')}</bdi>
)
