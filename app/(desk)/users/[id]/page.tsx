import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { AccessPanel } from '#app/(desk)/users/_components/access-panel.tsx'
import { LinkForm } from '#app/(desk)/users/_components/link-form.tsx'
import { linkWords } from '#app/(desk)/users/_components/link-words.ts'
import { RoleSelect } from '#app/(desk)/users/_components/role-select.tsx'
import { UserState } from '#app/(desk)/users/_components/user-state.tsx'
import { changeRoleAction, resetPasswordAction } from '#app/(desk)/users/actions.ts'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { Page, Panel } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { getUser } from '#lib/users/get-user.ts'
import { orNotFound, pageContext } from '#lib/web/page-context.ts'

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('users.title') }
}

export default async function UserPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, i18n, { id }] = await Promise.all([pageContext('user:manage'), requestI18n(), params])
  const { t } = i18n
  if (!z.uuid().safeParse(id).success) notFound()
  const user = await orNotFound(getUser(ctx, id))
  return (
    <Page
      title={<bdi>{user.name}</bdi>}
      aside={
        <Link href={`/audit?subject=user&id=${id}`} className={buttonClass()}>
          {t('users.history')}
        </Link>
      }
    >
      <p className="mb-4 flex flex-wrap items-center gap-2">
        <bdi dir="ltr">{user.email}</bdi>
        <UserState state={user.state} />
        {ctx.actor.userId === id && <span className="text-muted">{t('users.yourself')}</span>}
      </p>
      <div className="grid gap-4 md:grid-cols-3">
        <Panel title={t('users.role')}>
          <form action={changeRoleAction} key={user.role} className="grid gap-3">
            <input type="hidden" name="userId" value={id} />
            <RoleSelect role={user.role} />
            <p className="text-sm text-muted">{t('users.changeRoleHint')}</p>
            <Button className="justify-self-start">{t('users.changeRole')}</Button>
          </form>
        </Panel>
        <AccessPanel user={user} />
        {user.state !== 'disabled' && (
          <Panel title={t('users.password')}>
            <LinkForm action={resetPasswordAction} words={linkWords(i18n)}>
              <input type="hidden" name="userId" value={id} />
              <p className="text-sm text-muted">{t('users.resetHint')}</p>
              <Button look="danger" className="justify-self-start">
                {t('users.reset')}
              </Button>
            </LinkForm>
          </Panel>
        )}
      </div>
    </Page>
  )
}
