import type { Context } from '#lib/db/context.ts'
import { inTurn } from '#lib/jobs/handlers/in-turn.ts'
import { type Answered, storeAnswer } from '#lib/jobs/handlers/poll-feed-store.ts'
import type { Payloads } from '#lib/jobs/payloads.ts'
import { askedByRefusal, askedByServer } from '#lib/receive/feeds/asked-pace.ts'
import { readPolled } from '#lib/receive/feeds/read-polled.ts'
import { type Fetched, fetchAddress } from '#lib/receive/fetch/fetch-address.ts'
import { ProblemError } from '#lib/receive/item.ts'
import { mainName } from '#lib/sources/source-fields.ts'

/** A feed with the whole text of hundreds of articles is 5 MB. */
const LARGEST = 16 << 20
const LONGEST_MS = 60_000
const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5'

/** Asks a feed for what is new, and stores it with what the answer says about the feed. A failure is told on the feed. */
export async function pollFeed(ctx: Context, { feedId }: Payloads['poll-feed']): Promise<void> {
  const feed = await ctx.db.feed.findUnique({ where: { id: feedId }, include: { source: true } })
  if (!feed || feed.pausedAt) return
  const conditions = {
    ...(feed.etag ? { 'if-none-match': feed.etag } : {}),
    ...(feed.lastModified ? { 'if-modified-since': feed.lastModified } : {}),
  }
  try {
    const options = { maxBytes: LARGEST, maxMs: LONGEST_MS, headers: conditions, accept: ACCEPT }
    const fetched = await fetchAddress(feed.address, options)
    const owner = { source: mainName(feed.source), language: feed.source.language }
    await inTurn(async () => storeAnswer(ctx, feed, await answered(fetched, owner, ctx.now())))
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    await storeAnswer(ctx, feed, { kind: 'failed', problem: error.problem, retryAfter: null })
  }
}

async function answered(fetched: Fetched, owner: Parameters<typeof readPolled>[1], now: Date): Promise<Answered> {
  const { status, headers, address, redirectedForever: movedTo } = fetched
  const fresh = askedByServer(headers, now)
  const validators = { etag: headers.etag ?? null, lastModified: headers['last-modified'] ?? null }
  if (status === 304) return { kind: 'unchanged', fresh, movedTo }
  if (status === 410) return { kind: 'gone', problem: { key: 'feed-gone' } }
  if (status < 200 || status > 299) {
    const isBusy = status === 429 || status === 503
    const problem = { key: 'fetch-status', status, host: new URL(address).hostname } as const
    return { kind: 'failed', problem, retryAfter: isBusy ? askedByRefusal(headers, now) : null }
  }
  return { kind: 'read', polled: await readPolled(fetched, owner), fresh, validators, movedTo }
}
