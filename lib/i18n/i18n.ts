import { createFormatter, createTranslator } from 'use-intl/core'
import { env } from '#lib/core/env.ts'
import type { AgencyNames } from '#lib/i18n/agency-names.ts'
import { MESSAGES } from '#lib/i18n/messages/all.ts'
import { nameIn } from '#lib/i18n/name-in.ts'

export const LOCALES = ['ar', 'en'] as const
export type Locale = (typeof LOCALES)[number]
export const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale)

/** Words and formats of one language. `t('desk.title')` takes ICU messages; both come from lib/i18n/messages. */
export function i18nFor(locale: Locale, now: Date = new Date(), agencies: AgencyNames = new Map()) {
  const timeZone = env().DESK_TIME_ZONE
  const t = createTranslator({ locale, messages: MESSAGES[locale], timeZone, now })
  const format = createFormatter({ locale, timeZone, now })
  const names = new Intl.DisplayNames([locale], { type: 'language' })
  const regions = new Intl.DisplayNames([locale], { type: 'region' })
  return {
    locale,
    dir: locale === 'ar' ? ('rtl' as const) : ('ltr' as const),
    t,
    format,
    /** «العربية» for `ar`. */
    languageName: (code: string) => (code === 'und' ? t('common.unknown') : (names.of(code) ?? code)),
    /** «النيجر» for `NE`. */
    countryName: (code: string) => regions.of(code) ?? code,
    /** «وكالة الصحافة الفرنسية» for `AFP`; the identifier where no name is known. */
    agencyName: (id: string) => nameIn(locale, agencies.get(id) ?? {}).text || id,
    number: (value: number) => format.number(value),
    percent: (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 }),
    day: (date: Date) => format.dateTime(date, { dateStyle: 'medium' }),
    minute: (date: Date) => format.dateTime(date, { dateStyle: 'medium', timeStyle: 'short' }),
    month: (date: Date) => format.dateTime(date, { year: 'numeric', month: 'long' }),
  }
}

export type I18n = ReturnType<typeof i18nFor>
