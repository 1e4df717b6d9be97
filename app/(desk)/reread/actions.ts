'use server'

import { RequestRereadInput, requestReread } from '#lib/reread/request-reread.ts'
import { action } from '#lib/web/action.ts'

const runReread = action(RequestRereadInput, requestReread)

export async function rereadAction(form: FormData): Promise<void> {
  await runReread(form)
}
