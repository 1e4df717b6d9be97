import { inCompareTurn } from '#lib/compare/compare-turn.ts'
import { recentreStories } from '#lib/compare/recentre-stories.ts'
import { recountBatch as recount } from '#lib/compare/recount-batch.ts'
import { pool } from '#lib/db/client.ts'
import type { Context } from '#lib/db/context.ts'
import type { Payloads } from '#lib/jobs/payloads.ts'
import { recountBatchNames } from '#lib/tag/new-names/recount-new-names.ts'

/** After a batch was undone or brought back: what comes next is compared with what is here. A turn for each step. */
export async function recountBatch(ctx: Context, { batchId }: Payloads['recount-batch']): Promise<void> {
  let more = true
  while (more) {
    more = await inCompareTurn(pool(), async (client) => {
      const storyIds = await recount(client, batchId)
      if (storyIds) await recentreStories(client, storyIds)
      return storyIds !== null
    })
  }
  await recountBatchNames(ctx, batchId)
}
