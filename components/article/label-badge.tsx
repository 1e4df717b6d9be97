import { type LabelColour, labelColour } from '#lib/annotate/label-colours.ts'

/** Each with ink that can be read on it, in both themes. */
export const LABEL_LOOKS: Record<LabelColour, string> = {
  mark: 'bg-mark text-ink',
  note: 'bg-note text-ink',
  accent: 'bg-accent-soft text-accent',
  good: 'bg-good-soft text-good',
  doubt: 'bg-doubt-soft text-doubt',
  bad: 'bg-bad-soft text-bad',
}

type Label = { nameAr: string; nameEn: string; colour: string }

export const labelName = (label: Label, locale: string): string => (locale === 'ar' ? label.nameAr : label.nameEn)

/** One of the desk's labels of notes, in its colour. */
export const LabelBadge = ({ label, locale }: { label: Label; locale: string }) => (
  <span className={`inline-flex items-center rounded px-1.5 text-sm ${LABEL_LOOKS[labelColour(label.colour)]}`}>
    <bdi>{labelName(label, locale)}</bdi>
  </span>
)
