import {
  acceptSuggestedAction,
  archiveAction,
  assignAction,
  doneAction,
  reopenAction,
} from '#app/(desk)/desk/actions.ts'
import { Button } from '#components/ui/button.tsx'
import type { I18n } from '#lib/i18n/i18n.ts'

type Props = { people: { id: string; name: string }[]; i18n: I18n }

/** The form whose boxes stand in the rows. CSS shows it while one of them is checked. */
export const BULK_FORM = 'bulk'

/** What can be done with the selection and the copies of its texts: the keys of a row mean this while it is shown. */
export function BulkBar({ people, i18n: { t } }: Props) {
  return (
    <form
      id={BULK_FORM}
      action={doneAction}
      aria-label={t('desk.actions.bulk')}
      className="fixed inset-x-0 bottom-0 z-20 hidden flex-wrap items-center justify-center gap-2 border-t border-edge bg-raised px-4 py-2 group-has-[[data-item]_input:checked]/desk:flex"
    >
      <input type="hidden" name="withCopies" value="1" />
      <span className="font-semibold">{t('desk.actions.bulk')}</span>
      <Button small formAction={acceptSuggestedAction} hotkey="a">
        {t('tags.accept')}
      </Button>
      <Button small type="button" data-tag="" hotkey="t">
        {t('tags.add')}
      </Button>
      <Button small formAction={doneAction} hotkey="d">
        {t('desk.actions.done')}
      </Button>
      <Button small formAction={archiveAction} hotkey="e">
        {t('desk.actions.archive')}
      </Button>
      <Button small formAction={reopenAction} hotkey="u">
        {t('desk.actions.reopen')}
      </Button>
      <select
        name="userId"
        aria-label={t('desk.actions.assignTo')}
        aria-keyshortcuts="i"
        className="min-h-7 rounded-md border border-edge bg-surface px-2 text-sm"
      >
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value="">{t('desk.facets.nobody')}</option>
      </select>
      <Button small formAction={assignAction}>
        {t('desk.actions.assign')}
      </Button>
    </form>
  )
}
