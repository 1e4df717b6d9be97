import { renameStoryAction } from '#app/(desk)/stories/actions.ts'
import { ReasonInput } from '#components/article/reason-input.tsx'
import { Button } from '#components/ui/button.tsx'
import { controlClass, Field, Input } from '#components/ui/field.tsx'
import { Fold } from '#components/ui/fold.tsx'
import { KeepForm } from '#components/ui/keep-form.tsx'
import { Panel } from '#components/ui/page.tsx'
import type { I18n } from '#lib/i18n/i18n.ts'
import type { StoryView } from '#lib/stories/get-story.ts'

/** The editor's working title and summary. The form carries what it showed, so that nobody's words are lost. */
export function RenamePanel({ story, i18n }: { story: StoryView; i18n: I18n }) {
  const { t } = i18n
  return (
    <Panel title={t('stories.summary')}>
      <p dir="auto" className={story.summary ? 'break-words whitespace-pre-wrap' : 'text-muted'}>
        {story.summary ?? t('stories.noSummary')}
      </p>
      <div className="mt-2">
        <Fold summary={t('stories.rename.title')} hotkey="r">
          <KeepForm action={renameStoryAction} className="space-y-3">
            <input type="hidden" name="storyId" value={story.id} />
            <input type="hidden" name="wasTitle" value={story.title ?? ''} />
            <input type="hidden" name="wasSummary" value={story.summary ?? ''} />
            <Field label={t('stories.rename.workingTitle')} hint={t('stories.rename.hint')}>
              <Input name="title" defaultValue={story.title ?? ''} maxLength={300} dir="auto" />
            </Field>
            <Field label={t('stories.rename.summary')}>
              <textarea
                name="summary"
                rows={5}
                maxLength={5000}
                defaultValue={story.summary ?? ''}
                dir="auto"
                className={`${controlClass} py-1.5`}
              />
            </Field>
            <ReasonInput i18n={i18n} className="block" />
            <Button look="primary">{t('stories.rename.save')}</Button>
          </KeepForm>
        </Fold>
      </div>
    </Panel>
  )
}
