import type { I18n } from '#lib/i18n/i18n.ts'

/** Minutes in the unit that people would use: «20 دقيقة», «3 ساعات», «يومين». */
export function spanInWords({ t }: I18n, minutes: number): string {
  if (minutes < 90) return t('sources.feeds.minutes', { count: Math.max(1, Math.round(minutes)) })
  if (minutes < 48 * 60) return t('sources.feeds.hours', { count: Math.round(minutes / 60) })
  return t('sources.feeds.days', { count: Math.round(minutes / 1440) })
}
