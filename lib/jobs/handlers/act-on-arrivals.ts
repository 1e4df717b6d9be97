import type { Context } from '#lib/db/context.ts'
import type { Payloads } from '#lib/jobs/payloads.ts'
import { enqueue } from '#lib/jobs/queue.ts'
import { runRules } from '#lib/rules/run-rules.ts'

/** What the desk's rules do with articles that have just arrived; then it is the watches' turn. */
export async function actOnArrivals(ctx: Context, { articleIds, ruleId }: Payloads['act-on-arrivals']): Promise<void> {
  await runRules(ctx, articleIds, ruleId)
  // After the rules: a watch may look for what they have tagged. A job of its own: where a watch fails, no rule acts again.
  await enqueue(ctx.db, 'match-watches', { articleIds })
}
