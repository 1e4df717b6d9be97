import type { I18n } from '#lib/i18n/i18n.ts'

/** The words of the bar over a selection. */
export const selectionWords = (t: I18n['t']) => ({
  bar: t('annotations.bar'),
  annotate: t('annotations.annotate'),
  highlight: t('annotations.highlight'),
  comment: t('annotations.comment'),
  body: t('annotations.body'),
  label: t('annotations.label'),
  noLabel: t('annotations.noLabel'),
  save: t('annotations.save'),
  cancel: t('annotations.cancel'),
  keyboard: t('annotations.keyboard'),
})
