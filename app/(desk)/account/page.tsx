import { changeOwnPasswordAction } from '#app/(desk)/account/actions.ts'
import { Button } from '#components/ui/button.tsx'
import { Field, Input } from '#components/ui/field.tsx'
import { Page, Panel } from '#components/ui/page.tsx'
import { MIN_PASSWORD_LENGTH } from '#lib/auth/password.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { pageContext } from '#lib/web/page-context.ts'

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('account.title') }
}

export default async function AccountPage() {
  const [{ actor }, { t }] = await Promise.all([pageContext(), requestI18n()])
  return (
    <Page title={t('account.title')}>
      <div className="grid gap-4 md:grid-cols-2">
        <Panel title={t('account.details')}>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
            <dt className="text-muted">{t('users.name')}</dt>
            <dd>
              <bdi>{actor.name}</bdi>
            </dd>
            <dt className="text-muted">{t('users.email')}</dt>
            <dd>
              <bdi dir="ltr">{actor.email}</bdi>
            </dd>
            <dt className="text-muted">{t('users.role')}</dt>
            <dd>{t(`common.role.${actor.role}`)}</dd>
          </dl>
          <p className="mt-3 text-sm text-muted">{t('account.detailsHint')}</p>
        </Panel>
        <Panel title={t('account.changePassword')}>
          <form action={changeOwnPasswordAction} className="grid gap-4">
            <Field label={t('account.old')}>
              <Input name="old" type="password" dir="ltr" autoComplete="current-password" required />
            </Field>
            <Field label={t('account.new')} hint={t('account.hint')}>
              <Input
                name="password"
                type="password"
                dir="ltr"
                autoComplete="new-password"
                required
                minLength={MIN_PASSWORD_LENGTH}
              />
            </Field>
            <p className="text-sm text-muted">{t('account.after')}</p>
            <Button look="primary" className="justify-self-start">
              {t('account.change')}
            </Button>
          </form>
        </Panel>
      </div>
    </Page>
  )
}
