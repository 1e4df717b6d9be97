import Link from 'next/link'
import { setPasswordAction } from '#app/(auth)/welcome/actions.ts'
import { WelcomeParams } from '#app/(auth)/welcome/search-params.ts'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { Field, Input } from '#components/ui/field.tsx'
import { Panel } from '#components/ui/page.tsx'
import { MIN_PASSWORD_LENGTH } from '#lib/auth/password.ts'
import { prisma } from '#lib/db/client.ts'
import { SYSTEM } from '#lib/db/context.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { isLinkOpen } from '#lib/users/is-link-open.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('account.welcome') }
}

/** Where a one-time link leads. Looking at it does not use it: previews of messages open links too. */
export default async function WelcomePage({ searchParams }: Props) {
  const [{ t }, given] = await Promise.all([requestI18n(), searchParams])
  const { token, error } = WelcomeParams.parse(given)
  const isOpen = await isLinkOpen({ db: prisma(), actor: SYSTEM, now: () => new Date() }, token)
  const problem = isOpen ? error : 'linkExpired'
  return (
    <Panel>
      <h1 className="mb-4 text-xl font-semibold">{t('account.welcome')}</h1>
      {problem && (
        <p role="alert" className="mb-4 rounded-md bg-bad-soft px-3 py-2 text-bad">
          {t(`errors.${problem}`)}
        </p>
      )}
      {isOpen ? (
        <form action={setPasswordAction} className="grid gap-4">
          <input type="hidden" name="token" value={token} />
          <p>{t('account.welcomeHint')}</p>
          <Field label={t('account.new')} hint={t('account.hint')}>
            <Input
              name="password"
              type="password"
              dir="ltr"
              autoComplete="new-password"
              required
              minLength={MIN_PASSWORD_LENGTH}
              autoFocus
            />
          </Field>
          <Button look="primary">{t('account.set')}</Button>
        </form>
      ) : (
        <Link href="/sign-in" className={buttonClass()}>
          {t('account.toSignIn')}
        </Link>
      )}
    </Panel>
  )
}
