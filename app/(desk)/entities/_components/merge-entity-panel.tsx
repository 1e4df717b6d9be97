import { mergeEntitiesAction } from '#app/(desk)/entities/actions.ts'
import { SearchFor } from '#components/layout/search-for.tsx'
import { Button } from '#components/ui/button.tsx'
import { Name } from '#components/ui/name.tsx'
import { Panel } from '#components/ui/page.tsx'
import { nameIn } from '#lib/i18n/name-in.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import type { SubjectFound } from '#lib/tag/find-subjects.ts'
import type { EntityDetail } from '#lib/tag/get-entity.ts'

type Props = { entity: EntityDetail; q: string | undefined; found: SubjectFound[] }

/** Says that an entity is another one: that one is searched for, then chosen. */
export async function MergeEntityPanel({ entity, q, found }: Props) {
  const { t, locale } = await requestI18n()
  return (
    <Panel title={<span id="merge">{t('vocabulary.mergeEntity.title')}</span>}>
      <p className="mb-3 text-sm text-muted">{t('vocabulary.mergeEntity.hint')}</p>
      <SearchFor
        name="into"
        label={t('vocabulary.mergeEntity.search')}
        q={q}
        anchor="merge"
        none={t('vocabulary.mergeEntity.none')}
        found={found.length}
      />
      {found.length > 0 && (
        <form action={mergeEntitiesAction} key={q} className="mt-4 grid gap-3">
          <input type="hidden" name="entityId" value={entity.id} />
          <fieldset>
            <legend className="mb-1 text-sm font-semibold">{t('vocabulary.mergeEntity.into')}</legend>
            {found.map(({ id, names, entityKind }, index) => (
              <label key={id} className="flex min-h-8 items-center gap-2">
                <input type="radio" name="intoId" value={id} defaultChecked={index === 0} required />
                <Name {...nameIn(locale, names)} />
                {entityKind && <span className="text-sm text-muted">{t(`vocabulary.${entityKind}`)}</span>}
              </label>
            ))}
          </fieldset>
          <Button className="justify-self-start">{t('vocabulary.merge.do')}</Button>
        </form>
      )}
    </Panel>
  )
}
