'use server'

import { redirect } from 'next/navigation'
import { rememberDevice } from '#lib/auth/remember-device.ts'
import { AppError } from '#lib/core/errors.ts'
import { log } from '#lib/core/log.ts'
import { prisma } from '#lib/db/client.ts'
import { SYSTEM } from '#lib/db/context.ts'
import { SetPasswordInput, setPassword } from '#lib/users/set-password.ts'
import { formObject } from '#lib/web/action.ts'

/** The one action without a session: the link is what shows who asks. */
export async function setPasswordAction(form: FormData): Promise<void> {
  const input = SetPasswordInput.safeParse(formObject(form))
  if (!input.success) redirect('/welcome')
  const back = await setPassword({ db: prisma(), actor: SYSTEM, now: () => new Date() }, input.data).then(
    async ({ email }) => {
      // A way in while strangers keep the account busy with guesses.
      await rememberDevice(email)
      return '/sign-in'
    },
    (error: unknown) => {
      const key = error instanceof AppError ? error.key : 'internal'
      if (key === 'internal') log.error({ err: error, command: 'setPassword' }, 'action failed')
      return `/welcome?${new URLSearchParams({ token: input.data.token, error: key })}`
    },
  )
  redirect(back)
}
