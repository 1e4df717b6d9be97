import { disableUserAction, enableUserAction } from '#app/(desk)/users/actions.ts'
import { Button } from '#components/ui/button.tsx'
import { Panel } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import type { UserRow } from '#lib/users/list-users.ts'

/** Closes the account or opens it again. */
export async function AccessPanel({ user: { id, state } }: { user: UserRow }) {
  const { t } = await requestI18n()
  const isDisabled = state === 'disabled'
  return (
    <Panel title={t('users.access')}>
      <form action={isDisabled ? enableUserAction : disableUserAction} className="grid gap-3">
        <input type="hidden" name="userId" value={id} />
        <p className="text-sm text-muted">{t(isDisabled ? 'users.enableHint' : 'users.disableHint')}</p>
        <Button look={isDisabled ? 'primary' : 'danger'} className="justify-self-start">
          {t(isDisabled ? 'users.enable' : 'users.disable')}
        </Button>
      </form>
    </Panel>
  )
}
