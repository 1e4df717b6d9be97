import type pg from 'pg'
import { inCompareTurn } from '#lib/compare/compare-turn.ts'
import { areOneEvent, findMerges } from '#lib/compare/find-merges.ts'
import type { MergeProposal } from '#lib/compare/propose-merges.ts'
import { recentreStories } from '#lib/compare/recentre-stories.ts'
import { WINDOW_HOURS } from '#lib/compare/same-event.ts'
import { pool } from '#lib/db/client.ts'
import type { Context } from '#lib/db/context.ts'
import { remergeStories } from '#lib/stories/remerge-stories.ts'

/** Three that are one need two passes; what goes on longer chains. */
const MOST_PASSES = 4
const HOUR = 3_600_000

/** Stories younger than this may still have been split: a day more than streaming looks back. */
export const remergeSince = (now: Date): Date => new Date(now.getTime() - (WINDOW_HOURS + 24) * HOUR)

/**
 * Merges what streaming split: all stories since then are compared with each other, and two that are clearly one event
 * become one. Imports go on meanwhile: looking takes no turn, and each merge is looked at again in a turn of its own.
 * @param apply false to tell only what would be merged.
 */
export async function* remergeSplitStories(ctx: Context, since: Date, apply = true): AsyncGenerator<MergeProposal> {
  for (let pass = 0; pass < (apply ? MOST_PASSES : 1); pass++) {
    let merged = 0
    const told = new Set<string>()
    let after: string | null = null
    do {
      const { proposals, next } = await withClient((client) => findMerges(client, since, after))
      for (const proposal of proposals) {
        const pair = `${proposal.a} ${proposal.b}`
        // Neighbours lie on several pages.
        if (told.has(pair)) continue
        told.add(pair)
        if (apply && !(await remerge(ctx, proposal))) continue
        merged++
        yield proposal
      }
      after = next
    } while (after !== null)
    if (merged === 0) return
  }
}

async function remerge(ctx: Context, proposal: MergeProposal): Promise<boolean> {
  return inCompareTurn(pool(), async (client) => {
    if (!(await areOneEvent(client, proposal))) return false
    // On a connection of its own, committed at once: the turn keeps everybody else out for as long.
    const stayed = await remergeStories(ctx, proposal)
    if (stayed === null) return false
    await recentreStories(client, [proposal.a, proposal.b])
    return true
  })
}

async function withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect()
  try {
    return await work(client)
  } finally {
    client.release()
  }
}
