import { sweepPresence } from '#lib/articles/sweep-presence.ts'
import { inCompareTurn } from '#lib/compare/compare-turn.ts'
import { linkAffairs as link } from '#lib/compare/link-affairs.ts'
import { pool } from '#lib/db/client.ts'
import type { Context } from '#lib/db/context.ts'

/** An hour's stories, and those of the hour before once more: a run that was late leaves none out. */
const BACK_MS = 2 * 3_600_000

/** Each hour: what has changed is linked to the earlier stories of its affair; who left articles without a word is swept out. */
export async function linkAffairs(ctx: Context): Promise<void> {
  await sweepPresence(ctx)
  const since = new Date(ctx.now().getTime() - BACK_MS)
  let after: string | null = null
  do {
    const page: string | null = after
    after = await inCompareTurn(pool(), (client) => link(client, since, page))
  } while (after !== null)
}
