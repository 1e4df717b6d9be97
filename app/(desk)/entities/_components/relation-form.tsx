import { setRelationAction } from '#app/(desk)/entities/actions.ts'
import { Button } from '#components/ui/button.tsx'
import { Field, Input } from '#components/ui/field.tsx'
import { KeepForm } from '#components/ui/keep-form.tsx'
import { Name } from '#components/ui/name.tsx'
import { EntityRelationKind } from '#lib/db/generated/enums.ts'
import { nameIn } from '#lib/i18n/name-in.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import type { SubjectFound } from '#lib/tag/find-subjects.ts'
import type { EntityDetail } from '#lib/tag/get-entity.ts'
import { subjectValue } from '#lib/tag/subject-input.ts'

type Props = { entity: EntityDetail; found: SubjectFound[] }

const choice = 'flex min-h-8 items-center gap-2'

/** One of what was found, and how the entity stands to it. Only an office asks for its name and its end. */
export async function RelationForm({ entity, found }: Props) {
  const { t, locale } = await requestI18n()
  const likely = entity.kind === 'person' ? 'holdsOfficeIn' : 'partOf'
  return (
    <KeepForm action={setRelationAction} className="group mt-4 grid gap-4 md:grid-cols-2">
      <input type="hidden" name="entityId" value={entity.id} />
      <fieldset>
        <legend className="mb-1 text-sm font-semibold">{t('vocabulary.relations.target')}</legend>
        {found.map((subject, index) => (
          <label key={subjectValue(subject)} className={choice}>
            <input type="radio" name="target" value={subjectValue(subject)} defaultChecked={index === 0} required />
            <Name {...nameIn(locale, subject.names)} />
            <span className="text-sm text-muted">
              {subject.entityKind ? t(`vocabulary.${subject.entityKind}`) : t('tags.kind.country')}
            </span>
          </label>
        ))}
      </fieldset>
      <div className="grid content-start gap-4">
        <fieldset>
          <legend className="mb-1 text-sm font-semibold">{t('vocabulary.relations.kind')}</legend>
          {Object.values(EntityRelationKind).map((kind) => (
            <label key={kind} className={choice}>
              <input type="radio" name="kind" value={kind} defaultChecked={kind === likely} />
              {t(`vocabulary.relations.own.${kind}`)}
            </label>
          ))}
        </fieldset>
        <div className="grid gap-4 group-has-[[value=partOf]:checked]:hidden">
          <Field label={t('vocabulary.relations.office')} hint={t('vocabulary.relations.officeHint')}>
            <Input name="office" maxLength={200} lang="ar" dir="rtl" />
          </Field>
          <Field label={t('vocabulary.relations.untilYear')} hint={t('vocabulary.relations.untilHint')}>
            <Input name="until" type="number" inputMode="numeric" min={1000} max={2999} dir="ltr" className="w-32!" />
          </Field>
        </div>
        <Button look="primary" className="justify-self-start">
          {t('vocabulary.relations.save')}
        </Button>
      </div>
    </KeepForm>
  )
}
