import { cookies } from 'next/headers'
import { cache } from 'react'
import { env } from '#lib/core/env.ts'
import { agencyNames } from '#lib/i18n/agency-names.ts'
import { type I18n, i18nFor, isLocale } from '#lib/i18n/i18n.ts'

export const LOCALE_COOKIE = 'mirqab-locale'

/** The reader's language, from the cookie that remembers the choice. One a request. */
export const requestI18n = cache(async (): Promise<I18n> => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value
  const now = new Date()
  // The sign-in page must come up while the database does not.
  const agencies = await agencyNames(now.getTime()).catch(() => new Map())
  return i18nFor(isLocale(chosen) ? chosen : env().DESK_LOCALE, now, agencies)
})
