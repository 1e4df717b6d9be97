import '#app/globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { THEME_COOKIE, themeOf } from '#lib/web/theme.ts'

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestI18n()
  return {
    title: { default: t('common.name'), template: `%s · ${t('common.name')}` },
    description: t('common.tagline'),
    robots: { index: false },
  }
}

/** Language and direction come from the server: a page never flips after it came. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, dir } = await requestI18n()
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <html lang={locale} dir={dir} {...(theme === 'auto' ? {} : { 'data-theme': theme })}>
      <body className="min-h-dvh">{children}</body>
    </html>
  )
}
