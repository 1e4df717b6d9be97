import { type Context, inTransaction } from '#lib/db/context.ts'
import { enqueuePoll } from '#lib/sources/enqueue-poll.ts'

/** In one minute; the rest is due in the next. */
const TOGETHER = 500
/** Minutes in which a feed is not due again though its poll has not ended: its host may have a long queue. */
const CLAIM = 15

/** Enqueues the polls of feeds that are due. Two workers that look at once take each feed once. */
export async function pollDueFeeds(ctx: Context): Promise<void> {
  await inTransaction(ctx, async ({ db, now }) => {
    const due = await db.$queryRaw<{ id: string; address: string }[]>`
      UPDATE feed SET next_poll_at = ${new Date(now().getTime() + CLAIM * 60_000)}
      WHERE id IN (
        SELECT id FROM feed WHERE next_poll_at <= ${now()} AND paused_at IS NULL
        ORDER BY next_poll_at LIMIT ${TOGETHER} FOR UPDATE SKIP LOCKED
      )
      RETURNING id, address`
    for (const feed of due) await enqueuePoll(db, feed)
  })
}
