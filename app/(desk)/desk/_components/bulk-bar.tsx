import { Suspense } from 'react'
import {
  acceptSuggestedAction,
  archiveAction,
  assignAction,
  doneAction,
  reopenAction,
} from '#app/(desk)/desk/actions.ts'
import { Button } from '#components/ui/button.tsx'
import type { Facets } from '#lib/articles/count-facets.ts'
import { deskLink } from '#lib/core/desk-link.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

type Props = { people: { id: string; name: string }[]; filter: ArticleFilter; counted: Promise<Facets>; i18n: I18n }

/** The form whose boxes stand in the rows. CSS shows it while one of them is checked. */
export const BULK_FORM = 'bulk'

/**
 * What can be done with the selection and the copies of its texts, or with all that match: the keys of a row mean this
 * while it is shown.
 */
export function BulkBar({ people, filter, counted, i18n }: Props) {
  const { t } = i18n
  return (
    <form
      id={BULK_FORM}
      action={doneAction}
      aria-label={t('desk.actions.bulk')}
      className="fixed inset-x-0 bottom-0 z-20 hidden flex-wrap items-center justify-center gap-2 border-t border-edge bg-raised px-4 py-2 group-has-[[data-item]_input:checked]/desk:flex"
    >
      <input type="hidden" name="withCopies" value="1" />
      <span className="font-semibold">{t('desk.actions.bulk')}</span>
      <input type="hidden" name="filter" value={deskLink(filter).split('?')[1] ?? ''} />
      <label className="flex min-h-7 items-center gap-2 text-sm">
        <input type="checkbox" name="matching" value="1" aria-keyshortcuts="Y" className="size-5 accent-(--accent)" />
        <Suspense fallback={t('bulk.title')}>
          <Matching counted={counted} i18n={i18n} />
        </Suspense>
      </label>
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

async function Matching({ counted, i18n: { t, number } }: Pick<Props, 'counted' | 'i18n'>) {
  const { total, capped } = await counted
  return capped ? t('bulk.matchingMany', { count: number(total) }) : t('bulk.matching', { count: total })
}
