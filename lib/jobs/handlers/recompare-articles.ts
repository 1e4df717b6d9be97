import { inCompareTurn } from '#lib/compare/compare-turn.ts'
import { recompareArticles as recompare } from '#lib/compare/recompare-articles.ts'
import { pool } from '#lib/db/client.ts'
import type { Context } from '#lib/db/context.ts'
import type { Payloads } from '#lib/jobs/payloads.ts'

/** A text has changed: its copies and its story are looked for again. */
export async function recompareArticles(ctx: Context, { articleIds }: Payloads['recompare-articles']): Promise<void> {
  await inCompareTurn(pool(), (client) => recompare(client, articleIds, ctx.now()))
}
