import { mergeStoriesAction } from '#app/(desk)/stories/actions.ts'
import { FoundStories } from '#components/article/found-stories.tsx'
import { NoDefaultButton, ReasonInput } from '#components/article/reason-input.tsx'
import { Button } from '#components/ui/button.tsx'
import { Input } from '#components/ui/field.tsx'
import { Panel } from '#components/ui/page.tsx'
import type { I18n } from '#lib/i18n/i18n.ts'
import type { StoryLine } from '#lib/stories/list-stories.ts'

type Props = { storyId: string; find: string | undefined; found: StoryLine[]; i18n: I18n }

/** Finds another story by its words, and merges it into this one. */
export function MergePanel({ storyId, find, found, i18n }: Props) {
  const { t } = i18n
  return (
    <Panel title={t('stories.merge.title')}>
      <form action={`/stories/${storyId}`} className="flex gap-2">
        <label className="grow">
          <span className="sr-only">{t('stories.merge.search')}</span>
          <Input
            type="search"
            name="find"
            defaultValue={find}
            placeholder={t('stories.merge.search')}
            aria-keyshortcuts="m"
            dir="auto"
            required
          />
        </label>
        <Button>{t('stories.merge.submit')}</Button>
      </form>
      {find !== undefined && found.length === 0 && <p className="mt-2 text-muted">{t('stories.merge.nothing')}</p>}
      {found.length > 0 && (
        <form action={mergeStoriesAction} className="mt-2">
          <NoDefaultButton />
          <input type="hidden" name="storyId" value={storyId} />
          <ReasonInput i18n={i18n} className="block" />
          <FoundStories stories={found} name="otherIds[]" word={t('stories.merge.here')} i18n={i18n} />
        </form>
      )}
    </Panel>
  )
}
