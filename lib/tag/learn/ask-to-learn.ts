import type { Context } from '#lib/db/context.ts'
import { enqueue } from '#lib/jobs/queue.ts'
import { TOPICS_MODEL } from '#lib/tag/learn/load-model.ts'

const MINUTE = 60_000
/** Learning from 8,000 articles takes 2 s for 9 topics and 14 s for 256; one decision more changes little by then. */
const MANY_ARTICLES = 2000

/** An editor at work decides every few seconds; what they taught is used within a minute, of a large archive within ten. */
async function interval({ db }: Context): Promise<number> {
  const model = await db.learnedModel.findUnique({ where: { id: TOPICS_MODEL }, select: { articles: true } })
  return model && model.articles >= MANY_ARTICLES ? 10 * MINUTE : MINUTE
}

/**
 * Asks for the model to be learnt again, at the next full minute (or ten): all decisions until then are one job. Last in its
 * transaction, after the tags were written: two that decide at once then wait for each other in the same order.
 */
export async function askToLearn(ctx: Context): Promise<void> {
  const every = await interval(ctx)
  const runAt = new Date((Math.floor(ctx.now().getTime() / every) + 1) * every)
  await enqueue(ctx.db, 'learn', {}, { key: 'learn', queue: 'learn', runAt })
}
