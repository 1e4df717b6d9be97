import { SignInForm } from '#app/(auth)/sign-in/_components/sign-in-form.tsx'
import { Panel } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { safePath } from '#lib/web/safe-path.ts'

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('signIn.title') }
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ callbackUrl?: string | string[] }>
}) {
  const { t } = await requestI18n()
  const { callbackUrl } = await searchParams
  return (
    <Panel>
      <h1 className="mb-4 text-xl font-semibold">{t('signIn.title')}</h1>
      <SignInForm
        to={safePath(callbackUrl)}
        words={{
          email: t('signIn.email'),
          password: t('signIn.password'),
          submit: t('signIn.submit'),
          wrong: t('signIn.wrong'),
          offline: t('signIn.offline'),
          tooMany: t('errors.tooMany'),
          internal: t('errors.internal'),
        }}
      />
      <p className="mt-4 text-sm text-muted">{t('signIn.forgot')}</p>
    </Panel>
  )
}
