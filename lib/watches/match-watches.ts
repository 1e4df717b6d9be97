import { matchingAmong } from '#lib/articles/matching-among.ts'
import { log } from '#lib/core/log.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import type { User, Watch } from '#lib/db/generated/client.ts'
import { isDatabaseGone } from '#lib/db/is-database-gone.ts'
import { enqueue } from '#lib/jobs/queue.ts'
import { readStoredFilter } from '#lib/search/read-stored-filter.ts'
import { nextSending } from '#lib/watches/next-sending.ts'

/**
 * Finds among articles that have arrived what watches look for, tells their owners in the desk, and asks for what is to
 * be sent. Each watch is a transaction of its own; run again, it finds nothing new. One that fails holds up no other.
 * @throws what the last one that failed threw, when all others are done
 */
export async function matchWatches(ctx: Context, articleIds: string[]): Promise<void> {
  const watches = await ctx.db.watch.findMany({
    where: { pausedAt: null, deletedAt: null, user: { disabledAt: null } },
    include: { user: true },
    orderBy: { id: 'asc' },
  })
  let failure: { reason: unknown } | null = null
  for (const watch of watches) {
    try {
      await inTransaction(ctx, (tx) => matchWatch(tx, watch, articleIds))
    } catch (reason) {
      if (isDatabaseGone(reason)) throw reason
      log.error({ err: reason, watch: watch.id }, 'a watch failed')
      failure = { reason }
    }
  }
  if (failure) throw failure.reason
}

async function matchWatch(tx: Context, watch: Watch & { user: User }, articleIds: string[]): Promise<void> {
  const { user } = watch
  // "Mine" in a kept search is its owner's.
  const owner = { ...tx, actor: { userId: user.id, role: user.role, name: user.name, email: user.email } }
  const matching = await matchingAmong(owner, articleIds, await readStoredFilter(owner, watch.filter))
  const { count } = await tx.db.watchHit.createMany({
    data: matching.map((articleId) => ({ watchId: watch.id, articleId, foundAt: tx.now() })),
    skipDuplicates: true,
  })
  if (count === 0) return
  if (watch.inDesk) await tellOwner(tx, watch, count)
  if (watch.byEmail || watch.webhook) await askToSend(tx, watch)
}

/** One unseen notice a watch: it counts what came since the last look. */
async function tellOwner({ db, now }: Context, { id, userId }: Watch, count: number): Promise<void> {
  const known = await db.notice.updateMany({
    where: { watchId: id, userId, seenAt: null },
    data: { articles: { increment: count }, createdAt: now() },
  })
  if (known.count === 0)
    await db.notice.create({ data: { userId, kind: 'watch', watchId: id, articles: count, createdAt: now() } })
}

/** All that is found until then is one message. */
export async function askToSend(tx: Context, watch: Watch): Promise<void> {
  const runAt = nextSending(watch, tx.now())
  const options = { key: `send-watch:${watch.id}`, runAt, keepsDue: true, maxAttempts: 8 }
  await enqueue(tx.db, 'send-watch', { watchId: watch.id }, options)
}
