import { LinkForm } from '#app/(desk)/users/_components/link-form.tsx'
import { linkWords } from '#app/(desk)/users/_components/link-words.ts'
import { RoleSelect } from '#app/(desk)/users/_components/role-select.tsx'
import { addUserAction } from '#app/(desk)/users/actions.ts'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { Field, Input } from '#components/ui/field.tsx'
import { Page, Panel } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { pageContext } from '#lib/web/page-context.ts'

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('users.add') }
}

export default async function NewUserPage() {
  const [i18n] = await Promise.all([requestI18n(), pageContext('user:manage')])
  const { t } = i18n
  return (
    <Page
      title={t('users.add')}
      aside={
        // A whole new page, so that the link of the last account is gone from it.
        <a href="/users/new" className={buttonClass()}>
          {t('users.another')}
        </a>
      }
    >
      <Panel className="max-w-xl">
        <LinkForm action={addUserAction} words={linkWords(i18n)}>
          <Field label={t('users.name')}>
            <Input name="name" required maxLength={120} dir="auto" autoComplete="off" />
          </Field>
          <Field label={t('users.email')}>
            <Input name="email" type="email" required maxLength={254} dir="ltr" autoComplete="off" />
          </Field>
          <RoleSelect role="editor" />
          <p className="text-sm text-muted">{t('users.addHint')}</p>
          <Button look="primary" className="justify-self-start">
            {t('users.add')}
          </Button>
        </LinkForm>
      </Panel>
    </Page>
  )
}
