import { LabelForm } from '#app/(desk)/annotations/labels/_components/label-form.tsx'
import { retireLabelAction } from '#app/(desk)/annotations/labels/actions.ts'
import { LabelBadge, labelName } from '#components/article/label-badge.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Fold } from '#components/ui/fold.tsx'
import type { ListedLabel } from '#lib/annotate/list-labels.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

/** `place`: where it stands among those in use; null where it was retired. */
type Props = { label: ListedLabel; place: number | null; i18n: I18n }

export function LabelLine({ label, place, i18n }: Props) {
  const { t, locale } = i18n
  const name = labelName(label, locale)
  return (
    <li className="grid gap-2 p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <LabelBadge label={label} locale={locale} />
        <span className="text-sm text-muted" lang={locale === 'ar' ? 'en' : 'ar'}>
          <bdi>{labelName(label, locale === 'ar' ? 'en' : 'ar')}</bdi>
        </span>
        {place !== null && place <= 9 && (
          <span className="text-sm text-muted">{t('annotations.labels.key', { key: String(place) })}</span>
        )}
        <span className="text-sm text-muted">{t('annotations.labels.uses', { count: label.uses })}</span>
        {place === null && <Badge>{t('annotations.labels.retired')}</Badge>}
        <form action={retireLabelAction} className="ms-auto">
          <input type="hidden" name="labelId" value={label.id} />
          <input type="hidden" name="retired" value={String(place !== null)} />
          <Button small aria-label={`${t(`annotations.labels.${place === null ? 'restore' : 'retire'}`)}: ${name}`}>
            {t(`annotations.labels.${place === null ? 'restore' : 'retire'}`)}
          </Button>
        </form>
      </div>
      <Fold summary={t('annotations.labels.edit', { name })}>
        <LabelForm label={label} position={label.position} i18n={i18n} />
      </Fold>
    </li>
  )
}
