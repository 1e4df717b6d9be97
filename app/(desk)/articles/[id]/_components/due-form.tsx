import { setDueTimeAsking } from '#app/(desk)/articles/actions.ts'
import type { ConflictWords } from '#components/article/conflict-words.ts'
import { EditForm } from '#components/article/edit-form.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, Input } from '#components/ui/field.tsx'
import { Fold } from '#components/ui/fold.tsx'
import type { ArticleView } from '#lib/articles/get-article.ts'
import { deskLocal } from '#lib/core/desk-time.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

type Props = { article: ArticleView; conflict: ConflictWords; i18n: I18n }

/** By when it is to be dealt with. */
export function DueForm({ article, conflict, i18n: { t, minute } }: Props) {
  const due = article.dueAt ? deskLocal(article.dueAt) : ''
  return (
    <Fold
      summary={article.dueAt ? t('triage.due.by', { time: minute(article.dueAt) }) : t('triage.due.set')}
      hotkey="v"
    >
      <EditForm
        action={setDueTimeAsking}
        names={{ dueAt: t('triage.due.title') }}
        words={conflict}
        className="flex flex-wrap items-end gap-2"
      >
        <input type="hidden" name="articleIds[]" value={article.id} />
        <input type="hidden" name="withCopies" value="1" />
        <input type="hidden" name="was" value={due} />
        <Field label={t('triage.due.title')} hint={t('triage.due.hint')}>
          <Input key={due} type="datetime-local" name="dueAt" defaultValue={due} />
        </Field>
        <Button>{t('common.save')}</Button>
      </EditForm>
    </Fold>
  )
}
