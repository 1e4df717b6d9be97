import type { Context } from '#lib/db/context.ts'
import type { Payloads } from '#lib/jobs/payloads.ts'
import { runRules } from '#lib/rules/run-rules.ts'
import { matchWatches } from '#lib/watches/match-watches.ts'

/** What the desk does by itself with articles that have just arrived. */
export async function actOnArrivals(ctx: Context, { articleIds }: Payloads['act-on-arrivals']): Promise<void> {
  await runRules(ctx, articleIds)
  // After the rules: a watch may look for what they have tagged.
  await matchWatches(ctx, articleIds)
}
