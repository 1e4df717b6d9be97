import { afterAll } from 'vitest'
import type { Context } from '#lib/db/context.ts'
import { fetchPage } from '#lib/jobs/handlers/fetch-page.ts'
import { readDocuments } from '#lib/jobs/handlers/read-documents.ts'
import { addFeed } from '#lib/sources/add-feed.ts'
import { addSource } from '#lib/sources/add-source.ts'
import { SourceFields } from '#lib/sources/source-fields.ts'
import { systemContext } from '#tests/support/context.ts'
import { feedServer } from '#tests/support/feed-server.ts'

/** What the outlets' server gives at each path. */
export const routes: Parameters<typeof feedServer>[0] = {}
export const server = await feedServer(routes)
afterAll(server.close)

export const START = new Date('2026-11-17T09:00:00Z')
/** The system, so many minutes after the start. */
export const at = (minutes: number): Context => ({
  ...systemContext(),
  now: () => new Date(START.getTime() + minutes * 60_000),
})
export const ctx = at(0)
let sources = 0

/** A new outlet with a feed at this path of the server. */
export async function aFeed(
  path: string,
  given: object = {},
): Promise<{ feedId: string; sourceId: string; name: string }> {
  const name = `صدى الواحات ${++sources}`
  const names = { nameAr: name, nameEn: '', nameFr: '', aliases: '', domains: '', country: '' }
  const fields = SourceFields.parse({
    kind: 'newspaper',
    ...names,
    language: 'ar',
    timeZone: 'Africa/Algiers',
    ...given,
  })
  const { sourceId } = await addSource(ctx, fields)
  return { ...(await addFeed(ctx, { sourceId, address: server.at(path) })), sourceId, name }
}

export const stateOf = (id: string) => ctx.db.feed.findUniqueOrThrow({ where: { id } })
export const documentsOf = (feedId: string) =>
  ctx.db.document.findMany({ where: { batch: { gathers: { startsWith: `feed:${feedId}` } } }, orderBy: { id: 'asc' } })
export const minutesTo = (date: Date | null, from = START) =>
  ((date?.getTime() ?? Number.NaN) - from.getTime()) / 60_000

/** Runs what waits for pages and reading, as the worker does. */
export async function readAll(feedId: string): Promise<void> {
  const jobs = await ctx.db.$queryRaw<{ name: string; payload: { documentId: string } }[]>`
    SELECT t.identifier AS name, j.payload FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'fetch-page'`
  const documents = await documentsOf(feedId)
  const ids = documents.map(({ id }) => id)
  for (const { payload } of jobs) if (ids.includes(payload.documentId)) await fetchPage(ctx, payload).catch(() => {})
  await readDocuments(ctx, { documentIds: ids })
}
