import type { I18n } from '#lib/i18n/i18n.ts'

/** What the one-time link says around itself. */
export const linkWords = ({ t }: I18n) => ({
  title: t('users.linkTitle'),
  hint: t('users.linkHint'),
  copy: t('users.copy'),
  copied: t('users.copied'),
})
