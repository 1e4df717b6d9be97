import { saveLabelAction } from '#app/(desk)/annotations/labels/actions.ts'
import { Button } from '#components/ui/button.tsx'
import { Field, Input, Select } from '#components/ui/field.tsx'
import { LABEL_COLOURS, labelColour } from '#lib/annotate/label-colours.ts'
import type { ListedLabel } from '#lib/annotate/list-labels.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

/** A label to change, or a new one at this place of the order. */
type Props = { label?: ListedLabel; position: number; i18n: I18n }

export function LabelForm({ label, position, i18n: { t } }: Props) {
  return (
    <form action={saveLabelAction} className="grid gap-3">
      <input type="hidden" name="labelId" value={label?.id ?? ''} />
      <Field label={t('annotations.labels.nameAr')}>
        <Input name="nameAr" required maxLength={60} lang="ar" dir="rtl" defaultValue={label?.nameAr} />
      </Field>
      <Field label={t('annotations.labels.nameEn')}>
        <Input name="nameEn" required maxLength={60} lang="en" dir="ltr" defaultValue={label?.nameEn} />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('annotations.labels.colour')}>
          <Select name="colour" defaultValue={label && labelColour(label.colour)}>
            {LABEL_COLOURS.map((colour) => (
              <option key={colour} value={colour}>
                {t(`annotations.labels.colours.${colour}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('annotations.labels.position')}>
          <Input type="number" name="position" required min={1} max={99} defaultValue={position} />
        </Field>
      </div>
      <Button look="primary" className="justify-self-start">
        {t('annotations.labels.save')}
      </Button>
    </form>
  )
}
