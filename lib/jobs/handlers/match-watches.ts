import type { Context } from '#lib/db/context.ts'
import type { Payloads } from '#lib/jobs/payloads.ts'
import { matchWatches } from '#lib/watches/match-watches.ts'

/** Tells those who watch for them of articles that have just arrived. */
export const matchWatchesOf = (ctx: Context, { articleIds }: Payloads['match-watches']): Promise<void> =>
  matchWatches(ctx, articleIds)
