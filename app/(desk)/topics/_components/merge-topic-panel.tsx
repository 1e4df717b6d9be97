import { mergeTopicsAction } from '#app/(desk)/topics/actions.ts'
import { SearchFor } from '#components/layout/search-for.tsx'
import { Button } from '#components/ui/button.tsx'
import { Name } from '#components/ui/name.tsx'
import { Panel } from '#components/ui/page.tsx'
import { nameIn } from '#lib/i18n/name-in.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import type { SubjectFound } from '#lib/tag/find-subjects.ts'

type Props = { topicId: string; q: string | undefined; found: SubjectFound[] }

/** Makes a term of the desk's own part of another topic: it is searched for, then chosen. */
export async function MergeTopicPanel({ topicId, q, found }: Props) {
  const { t, locale } = await requestI18n()
  return (
    <Panel title={<span id="merge">{t('vocabulary.merge.title')}</span>}>
      <p className="mb-3 text-sm text-muted">{t('vocabulary.merge.hint')}</p>
      <SearchFor
        name="into"
        label={t('vocabulary.merge.search')}
        q={q}
        anchor="merge"
        none={t('vocabulary.merge.none')}
        found={found.length}
      />
      {found.length > 0 && (
        <form action={mergeTopicsAction} key={q} className="mt-4 grid gap-3">
          <input type="hidden" name="topicId" value={topicId} />
          <fieldset>
            <legend className="mb-1 text-sm font-semibold">{t('vocabulary.merge.into')}</legend>
            {found.map(({ id, names }, index) => (
              <label key={id} className="flex min-h-8 items-center gap-2">
                <input type="radio" name="intoId" value={id} defaultChecked={index === 0} required />
                <Name {...nameIn(locale, names)} />
              </label>
            ))}
          </fieldset>
          <Button className="justify-self-start">{t('vocabulary.merge.do')}</Button>
        </form>
      )}
    </Panel>
  )
}
