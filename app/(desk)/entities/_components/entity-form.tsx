import { KindSelect } from '#app/(desk)/entities/_components/kind-select.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, Input, Select } from '#components/ui/field.tsx'
import { KeepForm } from '#components/ui/keep-form.tsx'
import { LinesField } from '#components/ui/lines-field.tsx'
import { Panel } from '#components/ui/page.tsx'
import { countryOptions } from '#lib/i18n/country-options.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import type { EntityDetail } from '#lib/tag/get-entity.ts'

type Props = { entity?: EntityDetail; action: (form: FormData) => Promise<void> }

export async function EntityForm({ entity, action }: Props) {
  const i18n = await requestI18n()
  const { t } = i18n
  return (
    <KeepForm action={action} key={JSON.stringify(entity)} className="grid gap-4 md:grid-cols-2">
      {entity && <input type="hidden" name="entityId" value={entity.id} />}
      <Panel className="grid content-start gap-4">
        <p className="text-sm text-muted">{t('vocabulary.namesHint')}</p>
        <Field label={t('vocabulary.nameAr')}>
          <Input name="nameAr" defaultValue={entity?.nameAr ?? ''} maxLength={200} lang="ar" dir="rtl" />
        </Field>
        <Field label={t('vocabulary.nameEn')}>
          <Input name="nameEn" defaultValue={entity?.nameEn ?? ''} maxLength={200} lang="en" dir="ltr" />
        </Field>
        <Field label={t('vocabulary.nameFr')}>
          <Input name="nameFr" defaultValue={entity?.nameFr ?? ''} maxLength={200} lang="fr" dir="ltr" />
        </Field>
        <LinesField
          name="titles"
          label={t('vocabulary.titles')}
          hint={t('vocabulary.titlesHint')}
          values={entity?.titles ?? []}
        />
        <Field label={t('vocabulary.kind')}>
          <KindSelect kind={entity?.kind ?? 'person'} />
        </Field>
        <Field label={t('vocabulary.country')}>
          <Select name="country" defaultValue={entity?.country ?? ''}>
            <option value="">{t('lists.notSet')}</option>
            {countryOptions(i18n).map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      </Panel>
      <Panel title={t('vocabulary.spellings')} className="grid content-start gap-4">
        <p className="text-sm text-muted">{t('vocabulary.spellingsHint')}</p>
        <LinesField name="aliasesAr" label={t('vocabulary.aliasesAr')} values={entity?.aliases.ar ?? []} dir="rtl" />
        <LinesField name="aliasesEn" label={t('vocabulary.aliasesEn')} values={entity?.aliases.en ?? []} dir="ltr" />
        <LinesField name="aliasesFr" label={t('vocabulary.aliasesFr')} values={entity?.aliases.fr ?? []} dir="ltr" />
      </Panel>
      <Panel title={t('vocabulary.doubts')} className="grid content-start gap-4">
        <LinesField
          name="ambiguous"
          label={t('vocabulary.ambiguous')}
          hint={t('vocabulary.ambiguousHint')}
          values={entity?.aliases.ambiguous ?? []}
        />
        <LinesField
          name="except"
          label={t('vocabulary.except')}
          hint={t('vocabulary.exceptHint')}
          values={entity?.aliases.except ?? []}
        />
      </Panel>
      <div className="grid content-start gap-2">
        <p className="text-sm text-muted">{t('vocabulary.effect')}</p>
        <Button look="primary" className="justify-self-start">
          {t('common.save')}
        </Button>
      </div>
    </KeepForm>
  )
}
