import { deskHour } from '#lib/core/desk-time.ts'
import type { Context } from '#lib/db/context.ts'
import { remergeSince, remergeSplitStories } from '#lib/jobs/handlers/remerge-split-stories.ts'

/** When the desk sleeps, and the last day's reports are in. */
const AT_HOUR = 3

/** Each night, by the desk's own clock: stories that streaming split become one. Asked every hour, it acts at three. */
export async function remergeStories(ctx: Context): Promise<void> {
  const now = ctx.now()
  if (deskHour(now) !== AT_HOUR) return
  for await (const _ of remergeSplitStories(ctx, remergeSince(now)));
}
