'use server'

import { CreateTokenInput, createToken } from '#lib/tokens/create-token.ts'
import { RevokeTokenInput, revokeToken } from '#lib/tokens/revoke-token.ts'
import { action } from '#lib/web/action.ts'

const runRevoke = action(RevokeTokenInput, revokeToken)

export async function revokeTokenAction(form: FormData): Promise<void> {
  await runRevoke(form)
}

/** The token goes back in the answer to this one request and is kept nowhere. */
export async function createTokenAction(_before: string | null, form: FormData): Promise<string | null> {
  let token: string | null = null
  await action(CreateTokenInput, async (ctx, input) => {
    const { eventId, secret } = await createToken(ctx, input)
    token = secret
    return { eventId }
  })(form)
  return token
}
