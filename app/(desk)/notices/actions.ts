'use server'

import { SeeNoticesInput, seeNotices } from '#lib/notices/see-notices.ts'
import { action } from '#lib/web/action.ts'

const runSee = action(SeeNoticesInput, seeNotices)

/** Marks one as seen and goes to its place; without one, all. */
export async function seeNoticesAction(form: FormData): Promise<void> {
  await runSee(form)
}
