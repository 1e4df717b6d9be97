import { normalAddress } from '#lib/articles/normal-address.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { addDocuments } from '#lib/batches/add-documents.ts'
import { gatherBatch } from '#lib/batches/gather-batch.ts'
import { deskDay } from '#lib/core/desk-time.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { type Feed, Prisma, type Source } from '#lib/db/generated/client.ts'
import { feedDocument, type NewItem } from '#lib/jobs/handlers/poll-feed-documents.ts'
import type { AskedPace } from '#lib/receive/feeds/asked-pace.ts'
import { itemKeys, ownAddresses } from '#lib/receive/feeds/item-keys.ts'
import { nextPoll } from '#lib/receive/feeds/next-poll.ts'
import type { PolledFeed } from '#lib/receive/feeds/read-polled.ts'
import { ARRIVALS, rhythmOf } from '#lib/receive/feeds/rhythm.ts'
import type { Problem } from '#lib/receive/item.ts'
import { keepKeys, lastArrivals, newKeys } from '#lib/sources/feed-items.ts'
import { mainName } from '#lib/sources/source-fields.ts'

type Good = { fresh: number | null; movedTo: string | undefined }
/** What a feed's server answered. `validators`: what the next request asks by. */
export type Answered =
  | (Good & { kind: 'read'; polled: PolledFeed; validators: { etag: string | null; lastModified: string | null } })
  | (Good & { kind: 'unchanged' })
  | { kind: 'gone'; problem: Problem }
  | { kind: 'failed'; problem: Problem; retryAfter: number | null }

type FeedOfSource = Feed & { source: Source }
type Change = Prisma.FeedUpdateInput

/** Documents of one statement and of one reading job. */
const TOGETHER = 200

/**
 * Stores an answer in one transaction: new items as documents of the feed's batch of the day, their keys, and the feed's
 * new state. Killed before it ends, nothing has happened; run twice, nothing is new any more.
 */
export async function storeAnswer(ctx: Context, asked: FeedOfSource, answer: Answered): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.db.$queryRaw`SELECT 1 AS locked FROM feed WHERE id = ${asked.id}::uuid FOR UPDATE`
    const feed = await tx.db.feed.findUnique({ where: { id: asked.id }, include: { source: true } })
    // Removed or paused while its server was thinking, or moved by another run.
    if (!feed || feed.pausedAt || feed.address !== asked.address) return
    await tx.db.feed.update({ where: { id: feed.id }, data: await changeOf(tx, feed, answer) })
  })
}

async function changeOf(tx: Context, feed: FeedOfSource, answer: Answered): Promise<Change> {
  const now = tx.now()
  if (answer.kind === 'gone') {
    await recordEvent(tx, { kind: 'feed.gone', ...about(feed), data: { address: feed.address } })
    return { ...failure(feed, answer.problem, null, now), pausedAt: now, nextPollAt: null }
  }
  if (answer.kind === 'failed') return failure(feed, answer.problem, answer.retryAfter, now)
  const moved = await newAddress(tx, feed, answer.movedTo)
  if (answer.kind === 'unchanged') {
    const asked = { minutes: feed.paceMinutes, skipHours: [], skipDays: [] }
    return { ...moved, ...(await success(tx, feed, { asked, fresh: answer.fresh, missedSince: null })) }
  }
  const { polled, fresh } = answer
  const taken = await takeItems(tx, feed, polled)
  const brought = { ...moved, ...(polled.title ? { title: polled.title.slice(0, 300) } : {}) }
  const arrived = taken.length > 0 ? { lastItemAt: now } : {}
  if (polled.cut)
    return { ...brought, ...arrived, etag: null, lastModified: null, ...failure(feed, polled.cut, null, now) }
  // Of a feed that was asked before, all items are new: those between the two polls may have come and gone.
  const missed = feed.lastSuccessAt && taken.length > 1 && taken.length === polled.items.length
  const missedSince = missed && feed.lastSuccessAt ? (now.getTime() - feed.lastSuccessAt.getTime()) / 60_000 : null
  return {
    ...brought,
    ...arrived,
    ...answer.validators,
    paceMinutes: Math.min(Math.max(polled.asked.minutes ?? 0, fresh ?? 0), 2 ** 31 - 1) || null,
    ...(await success(tx, feed, { asked: polled.asked, fresh, missedSince })),
  }
}

function failure(feed: Feed, problem: Problem, retryAfter: number | null, now: Date): Change {
  const failures = feed.failures + 1
  return { lastPollAt: now, failures, problem, nextPollAt: nextPoll(now, { failures, retryAfter }, Math.random()) }
}

type Pace = { asked: AskedPace; fresh: number | null; missedSince: number | null }

async function success(tx: Context, feed: Feed, pace: Pace): Promise<Change> {
  const now = tx.now()
  const rhythm = rhythmOf(await lastArrivals(tx.db, feed.id, ARRIVALS))
  return {
    lastPollAt: now,
    lastSuccessAt: now,
    failures: 0,
    problem: Prisma.DbNull,
    usualMinutes: rhythm?.usual ?? null,
    nextPollAt: nextPoll(now, { failures: 0, ...pace, median: rhythm?.median ?? null }, Math.random()),
  }
}

/** A permanent redirect moves the feed, unless another feed is there already. */
async function newAddress(tx: Context, feed: Feed, movedTo: string | undefined): Promise<Change> {
  if (!movedTo || movedTo === feed.address) return {}
  if (await tx.db.feed.findUnique({ where: { address: movedTo }, select: { id: true } })) return {}
  await recordEvent(tx, { kind: 'feed.moved', ...about(feed), data: { from: feed.address, to: movedTo } })
  return { address: movedTo }
}

const about = (feed: Feed) => ({ subject: { type: 'source', id: feed.sourceId } })

/** Items that the feed has not shown before become documents of its batch of the day. @returns them */
async function takeItems(tx: Context, feed: FeedOfSource, { items }: PolledFeed): Promise<NewItem[]> {
  const addresses = ownAddresses(items.map(({ id, stated }) => ({ id, address: normalAddress(stated.address) })))
  const named = items.map(({ id, words, ...item }, i) => {
    const ownAddress = addresses[i] ?? null
    return { item: { ...item, ownAddress }, keys: itemKeys({ id, address: ownAddress, words }) }
  })
  const fresh = await newKeys(
    tx.db,
    feed.id,
    named.flatMap(({ keys }) => keys),
  )
  const kept: string[] = []
  const taken = named.filter(({ keys }) => {
    const isNew = keys.every((key) => fresh.has(key))
    // An item that stands twice in one answer is taken once.
    if (isNew) for (const key of keys) fresh.delete(key)
    if (isNew) kept.push(...keys)
    return isNew
  })
  if (taken.length === 0) return []
  const day = deskDay(tx.now())
  // With strokes: a date with hyphens turns around behind an Arabic name.
  const name = `${mainName(feed.source)} · ${day.replaceAll('-', '/')}`
  const batchId = await gatherBatch(tx, { gathers: `feed:${feed.id}:${day}`, name, origin: 'feed' })
  const documents = taken.map(({ item }) => feedDocument(item, batchId, feed.address))
  for (let from = 0; from < documents.length; from += TOGETHER)
    await addDocuments(documents.slice(from, from + TOGETHER), [], tx.now(), tx.db)
  await keepKeys(tx.db, feed.id, kept, tx.now())
  return taken.map(({ item }) => item)
}
