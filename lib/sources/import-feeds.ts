import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { newId } from '#lib/core/id.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { addSource } from '#lib/sources/add-source.ts'
import { type ImportPlan, type ListedFeed, planImport } from '#lib/sources/plan-import.ts'

/** More feeds than the largest lists of newsrooms have. */
export const MOST_FEEDS = 5000

const Listed = z.object({ address: z.string(), title: z.string().nullable(), site: z.string().nullable() })
export const ImportFeedsInput = z.object({ feeds: z.array(Listed).max(MOST_FEEDS) })

/** What an import of these feeds would do, as things stand now. Changes nothing. @throws AppError forbidden */
export async function lookAtImport({ db, actor }: Context, feeds: readonly ListedFeed[]): Promise<ImportPlan> {
  authorize(actor, 'source:manage')
  const [sources, taken] = await Promise.all([db.source.findMany(), db.feed.findMany({ select: { address: true } })])
  return planImport(feeds, sources, new Set(taken.map(({ address }) => address)))
}

/**
 * Adds the feeds of a list, to the sources they belong to and to new ones. Feeds that are here stay as they are. The
 * worker asks them within a minute.
 * @throws AppError forbidden, invalid (nothing in the list could be added)
 */
export function importFeeds(
  ctx: Context,
  { feeds }: z.output<typeof ImportFeedsInput>,
): Promise<{ eventId: string; redirectTo: string }> {
  return inTransaction(ctx, async (tx) => {
    const plan = await lookAtImport(tx, feeds)
    const feedIds: string[] = []
    const sourceIds: string[] = []
    for (const { sourceId, name, feeds: planned } of plan.sources) {
      const id = sourceId ?? (await newSource(tx, name))
      if (!sourceId) sourceIds.push(id)
      const rows = planned.map((feed) => ({
        ...feed,
        id: newId(),
        sourceId: id,
        createdAt: tx.now(),
        nextPollAt: tx.now(),
      }))
      await tx.db.feed.createMany({ data: rows, skipDuplicates: true })
      feedIds.push(...rows.map((row) => row.id))
    }
    if (feedIds.length === 0) throw new AppError('invalid', { duplicates: plan.duplicates.length })
    const eventId = await recordEvent(tx, {
      kind: 'feed.imported',
      data: { feeds: feedIds.length, sources: sourceIds.length, duplicates: plan.duplicates.length },
      undo: { feedIds, sourceIds },
    })
    return { eventId, redirectTo: '/sources' }
  })
}

async function newSource(tx: Context, name: object): Promise<string> {
  const unknown = { nameAr: null, nameEn: null, nameFr: null, country: null, language: null, timeZone: null }
  const fields = { kind: 'newspaper' as const, aliases: [], domains: [], ...unknown, ...name }
  return (await addSource(tx, fields)).sourceId
}

/** Removes what an import added; sources that have articles or other feeds by now stay. @throws AppError forbidden */
export async function undoImportFeeds(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'source:manage')
  const { feedIds, sourceIds } = payload as { feedIds: string[]; sourceIds: string[] }
  await tx.db.feed.deleteMany({ where: { id: { in: feedIds } } })
  await tx.db.source.deleteMany({ where: { id: { in: sourceIds }, feeds: { none: {} }, articles: { none: {} } } })
}
