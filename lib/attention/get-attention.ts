import { type BrokenRule, listBrokenRules } from '#lib/attention/list-broken-rules.ts'
import { listUnreadable, type Unreadable } from '#lib/attention/list-unreadable.ts'
import type { Context } from '#lib/db/context.ts'
import { type FeedTrouble, feedTroubles } from '#lib/sources/list-feed-troubles.ts'

export type Attention = { feeds: FeedTrouble[]; unreadable: Unreadable[]; rules: BrokenRule[] }

/** What fails, has fallen silent or stopped matching, so that nobody has to look for it. @throws AppError forbidden */
export async function getAttention(ctx: Context): Promise<Attention> {
  const [feeds, unreadable, rules] = await Promise.all([feedTroubles(ctx), listUnreadable(ctx), listBrokenRules(ctx)])
  return { feeds, unreadable, rules }
}
