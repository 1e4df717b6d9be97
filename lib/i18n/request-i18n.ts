import { cookies } from 'next/headers'
import { cache } from 'react'
import { env } from '#lib/core/env.ts'
import { type I18n, i18nFor, isLocale } from '#lib/i18n/i18n.ts'

export const LOCALE_COOKIE = 'mirqab-locale'

/** The reader's language, from the cookie that remembers the choice. One a request. */
export const requestI18n = cache(async (): Promise<I18n> => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value
  return i18nFor(isLocale(chosen) ? chosen : env().DESK_LOCALE)
})
