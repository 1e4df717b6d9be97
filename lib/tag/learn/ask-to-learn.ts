import type { Context } from '#lib/db/context.ts'
import { enqueue } from '#lib/jobs/queue.ts'

/** An editor at work decides every few seconds; what they taught is used within a minute of it. */
const EVERY_MS = 60_000

/**
 * Asks for the model to be learnt again, at the next full minute: all decisions of a minute are one job. Last in its
 * transaction, after the tags were written: two that decide at once then wait for each other in the same order.
 */
export async function askToLearn({ db, now }: Context): Promise<void> {
  const runAt = new Date((Math.floor(now().getTime() / EVERY_MS) + 1) * EVERY_MS)
  await enqueue(db, 'learn', {}, { key: 'learn', queue: 'learn', runAt })
}
