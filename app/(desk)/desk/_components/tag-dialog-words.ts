import type { I18n } from '#lib/i18n/i18n.ts'

/** The words of the tag dialog, which runs in the browser and is given them. */
export const tagDialogWords = (t: I18n['t']) => ({
  title: t('tags.dialog.title'),
  search: t('tags.dialog.search'),
  hint: t('tags.dialog.hint'),
  none: t('tags.dialog.none'),
  failed: t('tags.dialog.failed'),
  close: t('common.close'),
})
