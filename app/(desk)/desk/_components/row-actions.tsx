import { acceptSuggestedAction, archiveAction, doneAction, reopenAction } from '#app/(desk)/desk/actions.ts'
import { Button } from '#components/ui/button.tsx'
import type { DeskRow } from '#lib/articles/list-desk.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

/**
 * What can be done with a row, each with its key. It is done to the article and to the copies of its text. Where there
 * is a mouse, it shows over the row in hand only (app/globals.css).
 */
export function RowActions({ row: { lead, tags, copyCount }, i18n: { t } }: { row: DeskRow; i18n: I18n }) {
  const suggested = tags.filter((tag) => tag.state === 'suggested' && tag.sure).length
  const isOpen = lead.state === 'new' || lead.state === 'working'
  return (
    <form className="desk-row-actions">
      <input type="hidden" name="articleIds[]" value={lead.id} />
      <input type="hidden" name="withCopies" value="1" />
      {suggested > 0 && (
        <Button small formAction={acceptSuggestedAction} hotkey="a">
          {t('tags.acceptCount', { count: suggested })}
        </Button>
      )}
      <Button small type="button" data-tag="" hotkey="t">
        {t('tags.add')}
      </Button>
      {isOpen ? (
        <>
          <Button small formAction={doneAction} hotkey="d">
            {t('desk.actions.done')}
          </Button>
          <Button small formAction={archiveAction} hotkey="e">
            {t('desk.actions.archive')}
          </Button>
        </>
      ) : (
        <Button small formAction={reopenAction} hotkey="u">
          {t('desk.actions.reopen')}
        </Button>
      )}
      {copyCount > 0 && (
        <span className="text-sm text-muted" title={t('desk.withCopiesHint')}>
          {t('desk.withCopies', { count: copyCount })}
        </span>
      )}
    </form>
  )
}
