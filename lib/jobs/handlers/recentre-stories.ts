import { inCompareTurn } from '#lib/compare/compare-turn.ts'
import { recentreStories as recentre } from '#lib/compare/recentre-stories.ts'
import { pool } from '#lib/db/client.ts'
import type { Context } from '#lib/db/context.ts'
import type { Payloads } from '#lib/jobs/payloads.ts'

/** After an editor's move: the stories are what their articles say now. */
export async function recentreStories(_ctx: Context, { storyIds }: Payloads['recentre-stories']): Promise<void> {
  await inCompareTurn(pool(), (client) => recentre(client, storyIds))
}
