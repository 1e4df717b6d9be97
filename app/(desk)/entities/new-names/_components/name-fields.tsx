import { KindSelect } from '#app/(desk)/entities/_components/kind-select.tsx'
import { Field, Input } from '#components/ui/field.tsx'
import type { I18n } from '#lib/i18n/i18n.ts'
import type { NewNameListed } from '#lib/tag/new-names/list-new-names.ts'

/** What is asked of a name that is added, filled in as far as it is known; everything else stands on the entity's page. */
export function NameFields({ name: { name, kind, language }, i18n: { t } }: { name: NewNameListed; i18n: I18n }) {
  const isFrench = language === 'fr'
  const latin = isFrench ? 'nameFr' : 'nameEn'
  return (
    <fieldset className="grid content-start gap-3 rounded-lg border border-edge bg-surface p-4">
      <legend className="sr-only">{t('newNames.fields')}</legend>
      <Field label={t('vocabulary.kind')}>
        <KindSelect kind={kind} />
      </Field>
      <Field label={t('vocabulary.nameAr')}>
        <Input name="nameAr" defaultValue={language === 'ar' ? name : ''} maxLength={200} lang="ar" dir="rtl" />
      </Field>
      <Field label={t(`vocabulary.${latin}`)}>
        <Input
          name={latin}
          defaultValue={language === 'ar' ? '' : name}
          maxLength={200}
          lang={isFrench ? 'fr' : 'en'}
          dir="ltr"
        />
      </Field>
      <input type="hidden" name={isFrench ? 'nameEn' : 'nameFr'} value="" />
    </fieldset>
  )
}
