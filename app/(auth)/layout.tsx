import type { ReactNode } from 'react'
import { LanguageSwitch } from '#components/layout/language-switch.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const { t } = await requestI18n()
  return (
    <main className="mx-auto grid min-h-dvh max-w-sm content-center gap-6 p-4">
      <header className="text-center">
        <p className="text-4xl font-semibold text-accent">{t('common.name')}</p>
        <p className="text-muted">{t('common.tagline')}</p>
      </header>
      {children}
      <div className="text-center">
        <LanguageSwitch />
      </div>
    </main>
  )
}
