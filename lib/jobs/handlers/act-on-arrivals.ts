import type { Context } from '#lib/db/context.ts'
import type { Payloads } from '#lib/jobs/payloads.ts'
import { runRules } from '#lib/rules/run-rules.ts'

/** What the desk does by itself with articles that have just arrived. */
export async function actOnArrivals(ctx: Context, { articleIds }: Payloads['act-on-arrivals']): Promise<void> {
  await runRules(ctx, articleIds)
}
