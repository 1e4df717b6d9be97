import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { WatchPace } from '#lib/db/generated/enums.ts'
import { filterOfQuery } from '#lib/rules/rule-filter.ts'
import { WatchFields } from '#lib/watches/watch-fields.ts'

export const SaveWatchInput = z
  .object({
    /** Absent for a new one. */
    watchId: z.preprocess((value) => value || undefined, z.uuid().optional()),
    /** The desk's own query string. */
    filter: z.string().max(4000),
  })
  .and(WatchFields)

const Stored = z.object({
  name: z.string(),
  filter: z.record(z.string(), z.string()),
  pace: z.enum(WatchPace),
  inDesk: z.boolean(),
  byEmail: z.boolean(),
  webhook: z.string().nullable(),
  quietFrom: z.number().nullable(),
  quietUntil: z.number().nullable(),
  timeZone: z.string(),
})
type Stored = z.output<typeof Stored>
const Undo = z.object({ watchId: z.uuid(), before: Stored.nullable(), after: Stored })

/** More of them and nobody reads what they say. */
const MOST_WATCHES = 50

/**
 * Keeps a search whose new articles its owner is told of.
 * @throws AppError invalid where it asks for every article, notFound, tooMany, forbidden
 */
export async function saveWatch(
  ctx: Context,
  { watchId, filter: query, ...fields }: z.output<typeof SaveWatchInput>,
): Promise<{ eventId: string; watchId: string; redirectTo: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'rule:edit')
    const { userId } = tx.actor
    const filter = filterOfQuery(query)
    if (!filter || !userId) throw new AppError('invalid', { issues: ['filter'] })
    const after = Stored.parse({ ...fields, filter: JSON.parse(JSON.stringify(filter)) })
    const before = watchId ? await storedWatch(tx, watchId) : null
    if (watchId && !before) throw new AppError('notFound', { watchId })
    if (!watchId && (await tx.db.watch.count({ where: { userId, deletedAt: null } })) >= MOST_WATCHES)
      throw new AppError('tooMany', { watches: MOST_WATCHES })
    const { id } = watchId
      ? await tx.db.watch.update({ where: { id: watchId }, data: after })
      : await tx.db.watch.create({ data: { ...after, userId, createdAt: tx.now() } })
    if (before) await openWays(tx, id, before, after)
    const eventId = await recordEvent(tx, {
      kind: watchId ? 'watch.edited' : 'watch.added',
      subject: { type: 'watch', id },
      data: { name: after.name },
      undo: { watchId: id, before, after },
    })
    return { eventId, watchId: id, redirectTo: '/watches' }
  })
}

/** Puts back what stood before, or takes a new watch away, unless it has changed since. @throws AppError conflict, forbidden */
export async function undoSaveWatch(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'rule:edit')
  const { watchId, before, after } = Undo.parse(payload)
  const now = await storedWatch(tx, watchId)
  if (JSON.stringify(now) !== JSON.stringify(after)) throw new AppError('conflict', { watchId })
  await tx.db.watch.update({ where: { id: watchId }, data: before ?? { deletedAt: tx.now() } })
  if (before) await openWays(tx, watchId, after, before)
}

/** A way that is opened tells of what comes from now on: what was found before counts as sent. */
async function openWays({ db, now }: Context, watchId: string, before: Stored, after: Stored): Promise<void> {
  if (after.byEmail && !before.byEmail)
    await db.watchHit.updateMany({ where: { watchId, emailedAt: null }, data: { emailedAt: now() } })
  if (after.webhook && !before.webhook)
    await db.watchHit.updateMany({ where: { watchId, postedAt: null }, data: { postedAt: now() } })
}

async function storedWatch({ db, actor }: Context, id: string): Promise<Stored | null> {
  const watch = await db.watch.findFirst({ where: { id, userId: actor.userId ?? '', deletedAt: null } })
  return watch && Stored.parse(watch)
}
