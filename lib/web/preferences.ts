'use server'

import { revalidatePath } from 'next/cache'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { isLocale } from '#lib/i18n/i18n.ts'
import { LOCALE_COOKIE } from '#lib/i18n/request-i18n.ts'
import { THEME_COOKIE, themeOf } from '#lib/web/theme.ts'

const YEAR = 365 * 24 * 3600

export async function chooseLanguage(form: FormData): Promise<void> {
  const locale = form.get('locale')
  if (!isLocale(locale)) return
  ;(await cookies()).set(LOCALE_COOKIE, locale, { path: '/', maxAge: YEAR, sameSite: 'lax' })
  revalidatePath('/', 'layout')
}

export async function chooseTheme(form: FormData): Promise<void> {
  ;(await cookies()).set(THEME_COOKIE, themeOf(String(form.get('theme'))), { path: '/', maxAge: YEAR, sameSite: 'lax' })
  revalidatePath('/', 'layout')
}

/** Both names next-auth gives its cookie, by http and by https. */
export async function signOut(): Promise<void> {
  const jar = await cookies()
  for (const { name } of jar.getAll()) if (name.includes('next-auth.session-token')) jar.delete(name)
  redirect('/sign-in')
}
