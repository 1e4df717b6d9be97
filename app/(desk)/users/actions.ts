'use server'

import type { z } from 'zod'
import type { Context } from '#lib/db/context.ts'
import { AddUserInput, addUser } from '#lib/users/add-user.ts'
import { ChangeRoleInput, changeRole } from '#lib/users/change-role.ts'
import { DisableUserInput, disableUser } from '#lib/users/disable-user.ts'
import { EnableUserInput, enableUser } from '#lib/users/enable-user.ts'
import { welcomeAddress } from '#lib/users/password-link.ts'
import { ResetPasswordInput, resetPassword } from '#lib/users/reset-password.ts'
import { action } from '#lib/web/action.ts'

const runChangeRole = action(ChangeRoleInput, changeRole)
const runDisable = action(DisableUserInput, disableUser)
const runEnable = action(EnableUserInput, enableUser)

export async function changeRoleAction(form: FormData): Promise<void> {
  await runChangeRole(form)
}
export async function disableUserAction(form: FormData): Promise<void> {
  await runDisable(form)
}
export async function enableUserAction(form: FormData): Promise<void> {
  await runEnable(form)
}

/** The link goes back in the answer to this one request and is kept nowhere. */
export async function addUserAction(_before: string | null, form: FormData): Promise<string | null> {
  return linkOf(AddUserInput, addUser, form)
}
export async function resetPasswordAction(_before: string | null, form: FormData): Promise<string | null> {
  return linkOf(ResetPasswordInput, resetPassword, form)
}

async function linkOf<S extends z.ZodType>(
  schema: S,
  command: (ctx: Context, input: z.output<S>) => Promise<{ eventId: string; token: string }>,
  form: FormData,
): Promise<string | null> {
  let link: string | null = null
  await action(schema, async (ctx, input) => {
    const { eventId, token } = await command(ctx, input)
    link = welcomeAddress(token)
    return { eventId }
  })(form)
  return link
}
