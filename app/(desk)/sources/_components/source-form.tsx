import { Button } from '#components/ui/button.tsx'
import { Field, Input, Select } from '#components/ui/field.tsx'
import { KeepForm } from '#components/ui/keep-form.tsx'
import { LinesField } from '#components/ui/lines-field.tsx'
import { Panel } from '#components/ui/page.tsx'
import type { Source } from '#lib/db/generated/client.ts'
import { SourceKind } from '#lib/db/generated/enums.ts'
import { countryOptions } from '#lib/i18n/country-options.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

/** ISO 639-1 of the languages that outlets of the region and the agencies write in. */
const LANGUAGES = 'ar en fr es pt de it tr fa he ru zh ur ha sw am so ku'.split(' ')

type Props = { source?: Source; action: (form: FormData) => Promise<void> }

export async function SourceForm({ source, action }: Props) {
  const i18n = await requestI18n()
  const { t, languageName } = i18n
  const languages = new Set([...LANGUAGES, ...(source?.language ? [source.language] : [])])
  return (
    // A new key after each change: what was saved or taken back is what the fields show.
    <KeepForm action={action} key={JSON.stringify(source)} className="grid gap-4 md:grid-cols-2">
      {source && <input type="hidden" name="sourceId" value={source.id} />}
      <Panel className="grid content-start gap-4">
        <p className="text-sm text-muted">{t('sources.namesHint')}</p>
        <Field label={t('sources.nameAr')}>
          <Input name="nameAr" defaultValue={source?.nameAr ?? ''} maxLength={200} lang="ar" dir="rtl" />
        </Field>
        <Field label={t('sources.nameEn')}>
          <Input name="nameEn" defaultValue={source?.nameEn ?? ''} maxLength={200} lang="en" dir="ltr" />
        </Field>
        <Field label={t('sources.nameFr')}>
          <Input name="nameFr" defaultValue={source?.nameFr ?? ''} maxLength={200} lang="fr" dir="ltr" />
        </Field>
        <LinesField
          name="aliases"
          label={t('sources.aliases')}
          hint={t('sources.aliasesHint')}
          values={source?.aliases ?? []}
        />
      </Panel>
      <Panel className="grid content-start gap-4">
        <Field label={t('sources.kind')}>
          <Select name="kind" defaultValue={source?.kind ?? 'newspaper'}>
            {Object.values(SourceKind).map((kind) => (
              <option key={kind} value={kind}>
                {t(`sources.${kind}`)}
              </option>
            ))}
          </Select>
        </Field>
        <LinesField
          name="domains"
          label={t('sources.domains')}
          hint={t('sources.domainsHint')}
          values={source?.domains ?? []}
          dir="ltr"
        />
        <Field label={t('sources.country')}>
          <Select name="country" defaultValue={source?.country ?? ''}>
            <option value="">{t('lists.notSet')}</option>
            {countryOptions(i18n).map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('sources.language')}>
          <Select name="language" defaultValue={source?.language ?? ''}>
            <option value="">{t('lists.notSet')}</option>
            {[...languages].map((code) => (
              <option key={code} value={code}>
                {languageName(code)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('sources.timeZone')} hint={t('sources.timeZoneHint')}>
          <Input name="timeZone" defaultValue={source?.timeZone ?? ''} list="time-zones" dir="ltr" />
        </Field>
        <datalist id="time-zones">
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <p className="text-sm text-muted">{t('sources.effect')}</p>
        <Button look="primary" className="justify-self-start">
          {t('common.save')}
        </Button>
      </Panel>
    </KeepForm>
  )
}
