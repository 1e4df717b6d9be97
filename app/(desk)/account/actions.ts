'use server'

import { ChangeOwnPasswordInput, changeOwnPassword } from '#lib/users/change-own-password.ts'
import { action } from '#lib/web/action.ts'

const run = action(ChangeOwnPasswordInput, changeOwnPassword)

export async function changeOwnPasswordAction(form: FormData): Promise<void> {
  await run(form)
}
